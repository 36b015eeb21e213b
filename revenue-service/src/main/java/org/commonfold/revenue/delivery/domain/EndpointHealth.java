package org.commonfold.revenue.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How sending to an endpoint goes, as far as it bears on what is sent next.
 *
 * @param failingSince the first failure since the last success, or null
 * @param notBefore until when the receiver asked for rest, or null if it never did
 * @param isQuick whether the last answers came at once: only then it gets several messages at a
 *     time, since one that takes its time takes a place from others too
 */
public record EndpointHealth(Instant failingSince, Instant notBefore, boolean isQuick) {

    /** Of one that nothing was sent to yet: that it is quick, it has to show. */
    public static final EndpointHealth UNKNOWN = new EndpointHealth(null, null, false);

    /** One that fails for so long, without one success, is disabled. */
    public static final Duration FAILING_MAX = Duration.ofDays(5);

    /** The longest that an answer at once takes. */
    static final Duration QUICK_MAX = Duration.ofSeconds(1);

    EndpointHealth after(List<Sent> sent) {
        return new EndpointHealth(
                sent.stream().anyMatch(Sent::isSuccess) ? null : firstFailure(sent),
                Stream.concat(
                                Stream.ofNullable(notBefore),
                                sent.stream().flatMap(one -> one.restUntil().stream()))
                        .max(Instant::compareTo)
                        .orElse(null),
                sent.stream()
                        .allMatch(one -> one.attempt().latencyMillis() <= QUICK_MAX.toMillis()));
    }

    private Instant firstFailure(List<Sent> sent) {
        return Objects.requireNonNullElseGet(
                failingSince,
                () -> sent.stream()
                        .map(one -> one.attempt().attemptedAt())
                        .min(Instant::compareTo)
                        .orElseThrow());
    }

    boolean fails(Instant now) {
        return failingSince != null && !now.isBefore(failingSince.plus(FAILING_MAX));
    }
}
