package org.commonfold.revenue.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * How a revenue was split, by what payout-service tells of it.
 *
 * @param amount what was split, with at most six decimals
 * @param treasury how much of it stays with the commons, with at most six decimals
 * @param currency of both, ISO 4217
 * @param contributorCount how many people it reached
 * @param contributionCount how many works it was earned with
 */
public record Distribution(
        RevenueId revenueId,
        BigDecimal amount,
        BigDecimal treasury,
        String currency,
        int contributorCount,
        int contributionCount,
        Instant distributedAt) {}
