package org.commonfold.payout.transparency.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.kit.identity.Caller;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.Usage;
import org.commonfold.payout.transparency.application.PreviewRevenue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.Optional;

/** A revenue that is not declared. */
record PreviewRequest(
        @NotNull @Valid AmountJson amount,

        @Schema(description = "What it earned with; without it, the whole commons")
        @Size(max = 1_000)
        List<@NotNull @Valid UsageJson> usage,

        @Schema(
                description = "As if it had just been adopted; without it, the one in force",
                nullable = true)
        @Valid
        CharterJson charter) {

    /** A contribution that the partner would name. */
    record UsageJson(
            @NotNull
            @Pattern(regexp = Caller.ID_PATTERN)
            @Schema(examples = "0198c0de-0000-7000-8000-0000000000c1")
            String contributionId,

            @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "1")
            Integer weight) {}

    PreviewRevenue.Hypothesis toHypothesis() {
        List<Usage> used = usage == null
                ? List.of()
                : usage.stream()
                        .map(one -> new Usage(new ContributionId(one.contributionId), one.weight))
                        .toList();
        if (used.stream().map(Usage::contributionId).distinct().count() < used.size()) {
            throw Refusals.usageTwice();
        }
        return new PreviewRevenue.Hypothesis(
                amount.toMoney().micros(),
                used,
                Optional.ofNullable(charter).map(CharterJson::toCharter));
    }
}
