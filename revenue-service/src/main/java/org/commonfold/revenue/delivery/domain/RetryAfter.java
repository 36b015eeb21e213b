package org.commonfold.revenue.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How long a receiver asks us to wait (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    /** Whoever asks for more time than this gets this. */
    static final Duration WAIT_MAX = Duration.ofHours(24);

    /** The statuses it is honoured with: too many requests, and unavailable. */
    private static final Set<Integer> STATUSES = Set.of(429, 503);

    /** The preferred form and the two obsolete ones (RFC 9110, section 5.6.7). */
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
                    "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
                    "EEE MMM ppd HH:mm:ss yyyy")
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.US))
            .toList();

    private RetryAfter() {}

    /**
     * @param header seconds or a date, or null
     * @return null when nothing is asked for, or nothing that can be understood
     */
    public static Duration read(int status, String header, Instant now) {
        if (header == null || !STATUSES.contains(status)) {
            return null;
        }
        Optional<Duration> asked = header.matches("[0-9]{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
                : date(header).map(until -> Duration.between(now, until));
        return asked.map(RetryAfter::withinLimits).orElse(null);
    }

    private static Optional<Instant> date(String header) {
        return DATES.stream().flatMap(form -> parsed(header, form).stream()).findFirst();
    }

    private static Optional<Instant> parsed(String header, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(header, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }

    private static Duration withinLimits(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : asked;
    }
}
