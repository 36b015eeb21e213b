package org.commonfold.revenue.delivery.domain;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** How long a receiver asks us to wait (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    /** The statuses it is honoured with: too many requests, and unavailable. */
    private static final Set<Integer> STATUSES = Set.of(429, 503);

    private RetryAfter() {}

    /**
     * @param header seconds or a date, or null
     * @return null when nothing is asked for, or nothing that can be understood
     */
    public static Duration read(int status, String header, Instant now) {
        if (header == null || !STATUSES.contains(status)) {
            return null;
        }
        if (header.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
