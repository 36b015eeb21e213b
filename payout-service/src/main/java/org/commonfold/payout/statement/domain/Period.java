package org.commonfold.payout.statement.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Days of UTC that a statement is about; both ends are among them. */
public record Period(LocalDate from, LocalDate to) {

    /** From the year 1000 on, as ISO 8601 writes a day. */
    public static final String DAY_PATTERN = "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}";

    /** A leap year. */
    public static final int DAYS_MAX = 366;

    /**
     * The period.
     *
     * @throws IllegalArgumentException when it ends before it begins
     */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    /** At least 1. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Its first moment. */
    public Instant begin() {
        return startOf(from);
    }

    /** The first moment that is not in it any more. */
    public Instant end() {
        return startOf(to.plusDays(1));
    }

    public boolean hasEndedAt(Instant moment) {
        return !moment.isBefore(end());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
