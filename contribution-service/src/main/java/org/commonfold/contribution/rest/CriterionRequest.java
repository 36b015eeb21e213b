package org.commonfold.contribution.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.contribution.domain.Criterion;

import java.util.List;

record CriterionRequest(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String name,
        @NotNull @Min(1) @Max(100) Integer weight,
        @NotNull @Min(-100) @Max(100) Integer min,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Min(0) @Max(1_000_000) Integer> points) {

    Criterion toCriterion() {
        return new Criterion(name, weight, min, points);
    }
}
