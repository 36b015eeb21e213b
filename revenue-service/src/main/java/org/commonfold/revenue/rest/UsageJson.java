package org.commonfold.revenue.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.Usage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.UUID;

record UsageJson(
        @NotNull @Schema(examples = "0198c0de-0000-7000-8000-0000000000c1")
        UUID contributionId,

        @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "3")
        Integer weight) {

    static UsageJson of(Usage usage) {
        return new UsageJson(usage.contributionId().value(), usage.weight());
    }

    Usage toUsage() {
        return new Usage(new ContributionId(contributionId), weight);
    }
}
