package org.commonfold.revenue.domain;

import java.time.Instant;

/**
 * Money that arrived for a revenue.
 *
 * @param reference the treasurer's own name for it, never used for another of this revenue
 */
public record Receipt(
        ReceiptId id, RevenueId revenueId, Money amount, String reference, Instant receivedAt) {

    /** The most of one revenue. */
    public static final int COUNT_MAX = 500;

    boolean saysTheSameAs(Receipt other) {
        return amount.equals(other.amount);
    }
}
