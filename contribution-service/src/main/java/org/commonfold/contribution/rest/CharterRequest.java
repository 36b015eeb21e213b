package org.commonfold.contribution.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.Raters;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A charter as a steward writes it: only the criteria have no default. */
record CharterRequest(
        @NotNull @Size(min = 1, max = 8) List<@Valid @NotNull CriterionRequest> criteria,
        @Min(1) @Max(100) Integer quorum,
        @Min(1) @Max(100_000_000) Integer referencePoints,
        @Min(0) @Max(100_000) Integer priorPerMille,
        @Min(0) @Max(1_000) Integer levellingRatings,
        @Min(1) @Max(10_000) Integer pairCapBasisPoints,
        @Min(0) @Max(1_000) Integer pairAllowanceRatings,
        @Min(0) @Max(10_000) Integer treasuryBasisPoints,
        @Pattern(regexp = "contributors|anyone") String raters) {

    Charter toCharter() {
        return new Charter(
                criteria.stream().map(CriterionRequest::toCriterion).toList(),
                Objects.requireNonNullElse(quorum, 2),
                Objects.requireNonNullElse(referencePoints, 13),
                Objects.requireNonNullElse(priorPerMille, 500),
                Objects.requireNonNullElse(levellingRatings, 5),
                Objects.requireNonNullElse(pairCapBasisPoints, 1_000),
                Objects.requireNonNullElse(pairAllowanceRatings, 10),
                Objects.requireNonNullElse(treasuryBasisPoints, 0),
                raters == null
                        ? Raters.CONTRIBUTORS
                        : Raters.valueOf(raters.toUpperCase(Locale.ROOT)));
    }
}
