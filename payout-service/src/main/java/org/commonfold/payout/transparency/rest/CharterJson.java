package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.Criterion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.Objects;

/** A charter as a steward writes it, with the same defaults; who may rate pays nobody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CharterJson(
        @NotNull @Size(min = 1, max = 8) List<@Valid @NotNull CriterionJson> criteria,

        @Min(1) @Max(100) @Schema(examples = "2") Integer quorum,

        @Min(1) @Max(100_000_000) @Schema(examples = "13") Integer referencePoints,

        @Min(0) @Max(100_000) @Schema(examples = "500") Integer priorPerMille,

        @Min(0) @Max(1_000) @Schema(examples = "5") Integer levellingRatings,

        @Min(1) @Max(10_000) @Schema(examples = "1000") Integer pairCapBasisPoints,

        @Min(0) @Max(1_000) @Schema(examples = "10") Integer pairAllowanceRatings,

        @Min(0) @Max(10_000) @Schema(examples = "500") Integer treasuryBasisPoints,

        @Pattern(regexp = "contributors|anyone") @Schema(examples = "contributors", nullable = true)
        String raters) {

    /** One question of the rating rubric. */
    record CriterionJson(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") @Schema(examples = "quality")
            String name,

            @NotNull @Min(1) @Max(100) @Schema(examples = "2")
            Integer weight,

            @NotNull @Min(-100) @Max(100) @Schema(examples = "1")
            Integer min,

            @NotNull @Size(min = 1, max = 100) @Schema(examples = "[0, 1, 2, 3, 5]")
            List<@NotNull @Min(0) @Max(1_000_000) Integer> points) {}

    /** Refused when its points fall or its criteria are not told apart. */
    Charter toCharter() {
        Charter charter = new Charter(
                criteria.stream()
                        .map(one -> new Criterion(one.name, one.weight, one.min, one.points))
                        .toList(),
                Objects.requireNonNullElse(quorum, 2),
                Objects.requireNonNullElse(referencePoints, 13),
                Objects.requireNonNullElse(priorPerMille, 500),
                Objects.requireNonNullElse(levellingRatings, 5),
                Objects.requireNonNullElse(pairCapBasisPoints, 1_000),
                Objects.requireNonNullElse(pairAllowanceRatings, 10),
                Objects.requireNonNullElse(treasuryBasisPoints, 0));
        if (!charter.isWithinRanges()) {
            throw Refusals.unsoundCharter();
        }
        return charter;
    }

    static CharterJson of(Charter charter) {
        return new CharterJson(
                charter.criteria().stream()
                        .map(one -> new CriterionJson(
                                one.name(), one.weight(), one.min(), one.points()))
                        .toList(),
                charter.quorum(),
                charter.referencePoints(),
                charter.priorPerMille(),
                charter.levellingRatings(),
                charter.pairCapBasisPoints(),
                charter.pairAllowanceRatings(),
                charter.treasuryBasisPoints(),
                null);
    }
}
