package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.payment.domain.PayoutRun;

import java.util.List;

/** What we tell of payouts: payout.log. */
public interface PayoutEvents {

    /** One event for each movement, in the surrounding transaction. */
    Uni<Void> record(PayoutRun run, List<BookedMovement> movements);
}
