package org.commonfold.revenue.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.commonfold.revenue.domain.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record PeriodJson(
        @NotNull @Pattern(regexp = Period.DAY_PATTERN) @Schema(examples = "2026-10-01")
        String from,

        @NotNull @Pattern(regexp = Period.DAY_PATTERN) @Schema(examples = "2026-10-31")
        String to) {

    static PeriodJson of(Period period) {
        return new PeriodJson(period.from().toString(), period.to().toString());
    }

    /** Refused when there is no such day, or the first is after the last. */
    Period toPeriod() {
        return Refusals.accepted(Period.of(from, to));
    }
}
