package org.commonfold.payout.payment.application;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.payment.domain.PayoutMovement;

import java.time.Instant;

/**
 * A movement as it stands in the ledger.
 *
 * @param sequence the place of its entry in the chain of its commons, from 1 on
 * @param at when it was booked
 */
public record BookedMovement(PayoutMovement movement, long sequence, Instant at) {

    public BookedEntry toEntry() {
        return entryOf(movement, at);
    }

    static BookedEntry entryOf(PayoutMovement movement, Instant at) {
        return BookedEntry.ofPayout(
                movement.entryId(), movement.entry(), movement.payoutId().value(), at);
    }
}
