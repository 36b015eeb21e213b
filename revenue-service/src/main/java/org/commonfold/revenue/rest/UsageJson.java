package org.commonfold.revenue.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.Usage;

import java.util.UUID;

record UsageJson(
        @NotNull UUID contributionId,
        @NotNull @Min(1) @Max(1_000_000) Integer weight) {

    static UsageJson of(Usage usage) {
        return new UsageJson(usage.contributionId().value(), usage.weight());
    }

    Usage toUsage() {
        return new Usage(new ContributionId(contributionId), weight);
    }
}
