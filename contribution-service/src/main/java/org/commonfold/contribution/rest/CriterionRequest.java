package org.commonfold.contribution.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.contribution.domain.Criterion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

record CriterionRequest(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") @Schema(examples = "quality")
        String name,

        @NotNull @Min(1) @Max(100) @Schema(examples = "2") Integer weight,

        @NotNull @Min(-100) @Max(100) @Schema(examples = "1")
        Integer min,

        @NotNull @Size(min = 1, max = 100) @Schema(examples = "[0, 1, 2, 3, 5]")
        List<@NotNull @Min(0) @Max(1_000_000) Integer> points) {

    Criterion toCriterion() {
        return new Criterion(name, weight, min, points);
    }
}
