package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.RevenueId;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry as the ledger has it, without its postings.
 *
 * @param kind {@code distribution}, {@code release} or {@code taking-back}; or one of those that no
 *     revenue makes
 * @param revenueId null when no revenue made it
 * @param payoutId null when no payout made it
 * @param place of the event that made it, or null when none in commons.log did
 */
public record LedgerEntry(
        UUID id,
        CommonsId commonsId,
        String kind,
        RevenueId revenueId,
        UUID payoutId,
        String currency,
        Place place,
        Instant bookedAt) {

    /** Where an event stands in commons.log. */
    public record Place(int partition, long offset) {}

    public boolean isDistribution() {
        return kind.equals("distribution");
    }

    /** What a person was paid is that person's own. */
    public boolean isOfPayout() {
        return payoutId != null;
    }
}
