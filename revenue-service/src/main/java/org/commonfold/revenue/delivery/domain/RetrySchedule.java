package org.commonfold.revenue.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a message is sent again that did not arrive (Standard Webhooks 1.0, "Retry schedule"). To
 * each wait up to a fifth is added, so that what failed together is not tried together for ever.
 */
public final class RetrySchedule {

    /** Before the first attempt, the second, and so on. */
    static final List<Duration> WAITS = List.of(
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    static final double JITTER_MAX = 0.2;

    private RetrySchedule() {}

    /**
     * When the next attempt is due; empty when there is none.
     *
     * @param attempts made so far, at least 1
     * @param failedAt when the last of them did
     * @param retryAfter what the receiver asked for, or null
     * @param random 0 ≤ random &lt; 1
     */
    public static Optional<Instant> next(
            int attempts, Instant failedAt, Duration retryAfter, double random) {
        if (attempts >= WAITS.size()) {
            return Optional.empty();
        }
        double factor = 1 + JITTER_MAX * random;
        Duration wait = Duration.ofMillis(Math.round(WAITS.get(attempts).toMillis() * factor));
        boolean isAskedFor = retryAfter != null && retryAfter.compareTo(wait) > 0;
        return Optional.of(failedAt.plus(isAskedFor ? retryAfter : wait));
    }
}
