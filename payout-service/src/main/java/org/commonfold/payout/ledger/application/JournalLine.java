package org.commonfold.payout.ledger.application;

import java.time.Instant;
import java.util.UUID;

/**
 * One posting, with the entry it belongs to.
 *
 * @param revenueId null for what no revenue led to
 * @param payoutId null for what no payout led to
 * @param line from 1 on, without a gap
 * @param owner such as {@code contributor:ada}
 * @param account what of the owner's, such as {@code accrued}
 * @param micros debits are positive, credits negative
 */
public record JournalLine(
        Linked entry,
        String kind,
        String revenueId,
        UUID payoutId,
        String currency,
        Instant bookedAt,
        int line,
        String owner,
        String account,
        long micros) {

    /**
     * An entry's place in the chain of its commons.
     *
     * @param logPartition with {@code logOffset} the place in the log that led to it; null for none
     * @param previousHash of the entry before, 64 hexadecimal digits
     * @param hash of this one
     */
    public record Linked(
            String commonsId,
            long sequence,
            UUID entryId,
            Integer logPartition,
            Long logOffset,
            String previousHash,
            String hash) {}

    /** {@code contributor:ada:accrued}. */
    public String accountName() {
        return owner + ":" + account;
    }

    public boolean isFirst() {
        return line == 1;
    }
}
