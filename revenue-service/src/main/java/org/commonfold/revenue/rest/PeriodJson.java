package org.commonfold.revenue.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.commonfold.revenue.domain.Period;

record PeriodJson(
        @NotNull @Pattern(regexp = Period.DAY_PATTERN) String from,
        @NotNull @Pattern(regexp = Period.DAY_PATTERN) String to) {

    static PeriodJson of(Period period) {
        return new PeriodJson(period.from().toString(), period.to().toString());
    }

    /** Refused when there is no such day, or the first is after the last. */
    Period toPeriod() {
        return Refusals.accepted(Period.of(from, to));
    }
}
