package org.commonfold.payout.statement.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;

import org.commonfold.payout.statement.domain.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The days that are asked for. */
public class PeriodQuery {

    @QueryParam("from")
    @Pattern(regexp = Period.DAY_PATTERN)
    @Schema(
            description = "The first day, of UTC; the first of the month of `to` if it is absent",
            examples = "2026-01-01")
    String from;

    @QueryParam("to")
    @Pattern(regexp = Period.DAY_PATTERN)
    @Schema(
            description = "The last day, of UTC and part of the period; today if it is absent",
            examples = "2026-01-31")
    String to;

    /**
     * The period.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when it is none
     */
    Period toPeriod(LocalDate today) {
        LocalDate last = to == null ? today : day(to);
        LocalDate first = from == null ? last.withDayOfMonth(1) : day(from);
        if (last.isBefore(first)) {
            throw Refusals.invalidPeriod("A period does not end before it begins");
        }
        Period period = new Period(first, last);
        if (period.days() > Period.DAYS_MAX) {
            throw Refusals.invalidPeriod("A period has " + Period.DAYS_MAX + " days at most");
        }
        return period;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw Refusals.invalidPeriod("There is no day " + text);
        }
    }
}
