package org.commonfold.revenue.rest;

import org.commonfold.revenue.domain.Distribution;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.math.BigDecimal;
import java.time.Instant;

record DistributionView(
        @Schema(description = "What was split.") AmountJson amount,

        @Schema(description = "How much of it stays with the commons: up to six decimals.")
        AmountJson treasury,

        @Schema(description = "How many people it reached.", examples = "2")
        int contributorCount,

        @Schema(description = "How many works it was earned with.", examples = "3")
        int contributionCount,

        @Schema(examples = "2026-11-23T09:14:00Z") Instant distributedAt) {

    /** As many as any currency shows; more only where there is something to show. */
    private static final int DECIMALS_MIN = 2;

    static DistributionView of(Distribution distribution) {
        return new DistributionView(
                amount(distribution.amount(), distribution.currency()),
                amount(distribution.treasury(), distribution.currency()),
                distribution.contributorCount(),
                distribution.contributionCount(),
                distribution.distributedAt());
    }

    private static AmountJson amount(BigDecimal value, String currency) {
        BigDecimal stripped = value.stripTrailingZeros();
        int decimals = Math.max(stripped.scale(), DECIMALS_MIN);
        return new AmountJson(stripped.setScale(decimals).toPlainString(), currency);
    }
}
