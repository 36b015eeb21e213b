package org.commonfold.payout.transparency.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.commonfold.payout.transparency.domain.PayoutExplanation;

/** What payouts were made of. */
public interface PayoutWorkings {

    /** Of the payout that an entry is about. */
    Uni<PayoutExplanation> of(LedgerEntry entry);
}
