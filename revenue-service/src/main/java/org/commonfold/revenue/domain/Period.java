package org.commonfold.revenue.domain;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The days that a revenue is for; both ends are among them. */
public record Period(LocalDate from, LocalDate to) {

    /** From the year 1000 on, as ISO 8601 writes a day. */
    public static final String DAY_PATTERN = "[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}";

    /** Of two ISO days, the first not after the second. */
    public static Decision<Period> of(String from, String to) {
        try {
            Period period = new Period(LocalDate.parse(from), LocalDate.parse(to));
            return period.from.isAfter(period.to)
                    ? Decision.reject(Rejection.INVALID_PERIOD)
                    : Decision.accept(period);
        } catch (DateTimeException noSuchDay) {
            return Decision.reject(Rejection.INVALID_PERIOD);
        }
    }
}
