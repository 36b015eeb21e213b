package org.commonfold.revenue.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that was sent, and what became of it.
 *
 * @param retryAfter what the receiver asked for, or null
 */
public record Sent(Outgoing message, Attempt attempt, Duration retryAfter) {

    private static final int GONE = 410;

    /** Only 2xx is: a redirection is none. */
    public boolean isSuccess() {
        Integer status = attempt.status();
        return status != null && status >= 200 && status < 300;
    }

    /** Whether the receiver wants nothing any more. */
    public boolean isGone() {
        return Integer.valueOf(GONE).equals(attempt.status());
    }

    /** Not to where its endpoint was before. */
    public boolean isTo(String url) {
        return message.target().url().equals(url);
    }

    /** Until when the receiver wants to be left alone, if it does. */
    Optional<Instant> restUntil() {
        return Optional.ofNullable(retryAfter).map(endedAt()::plus);
    }

    public EndpointId endpointId() {
        return message.target().endpointId();
    }

    /** When the attempt was over. */
    public Instant endedAt() {
        return attempt.attemptedAt().plusMillis(attempt.latencyMillis());
    }
}
