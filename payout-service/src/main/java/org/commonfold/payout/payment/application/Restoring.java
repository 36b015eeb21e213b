package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.domain.CommonsId;

import java.util.Set;

/** Whether a ledger that was lost is whole again. */
public interface Restoring {

    /** Whether earlier payouts of any of these commons are still to be booked. */
    Uni<Boolean> concerns(Set<CommonsId> commonsIds);
}
