package org.commonfold.payout.statement.domain;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.RevenueId;

import java.time.Instant;
import java.util.UUID;

/**
 * What one entry of the ledger has moved for a person.
 *
 * @param kind of the entry, such as {@code distribution}
 * @param subject what it is about
 */
public record StatementLine(
        Instant bookedAt,
        UUID entryId,
        CommonsId commonsId,
        String kind,
        Subject subject,
        Amounts change) {

    /**
     * A revenue or a payout.
     *
     * @param revenueId null when it is about a payout
     * @param payoutId null when it is about a revenue
     */
    public record Subject(RevenueId revenueId, UUID payoutId) {

        public Subject {
            if ((revenueId == null) == (payoutId == null)) {
                throw new IllegalArgumentException("An entry is about a revenue or a payout");
            }
        }
    }

    /** Else it is about a payout. */
    public boolean isOfRevenue() {
        return subject.revenueId() != null;
    }
}
