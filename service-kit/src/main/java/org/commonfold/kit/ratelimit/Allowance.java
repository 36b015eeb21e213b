package org.commonfold.kit.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

import java.time.Duration;

/**
 * One allowance, the same for every caller: a bucket of tokens that fills up evenly within a
 * minute. Of each request one is taken. Safe for use by many threads.
 */
final class Allowance {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final long SECOND_NANOS = 1_000_000_000;

    private final String name;
    private final int perMinute;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * @param name as the headers show it
     * @param perMinute at least 1
     * @param callersMax at least 1
     */
    Allowance(String name, int perMinute, int callersMax, TimeMeter time) {
        this.name = name;
        this.perMinute = perMinute;
        this.time = time;
        // A bucket nobody has touched for its window is full: a new one is no different.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(callersMax)
                .expireAfterAccess(WINDOW)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    /** Takes one token, if the caller has one left. */
    Verdict take(String caller) {
        ConsumptionProbe probe =
                buckets.get(caller, this::fullBucket).tryConsumeAndReturnRemaining(1);
        return new Verdict(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                seconds(probe.getNanosToWaitForRefill()));
    }

    private Bucket fullBucket(String caller) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Rounded up: whoever waits that long does not come too early. */
    private static long seconds(long nanos) {
        return (nanos + SECOND_NANOS - 1) / SECOND_NANOS;
    }

    String name() {
        return name;
    }

    /** The value of {@code RateLimit-Policy}: q requests in w seconds. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(name, perMinute, WINDOW.toSeconds());
    }

    /** The value of {@code RateLimit}: r are left, and in t seconds it is the whole quota again. */
    String state(Verdict verdict) {
        return "\"%s\";r=%d;t=%d".formatted(name, verdict.remaining(), verdict.secondsToFull());
    }

    /** How many callers are remembered just now. */
    long callers() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    /**
     * What became of one request.
     *
     * @param secondsToNext 0 when it is allowed
     */
    record Verdict(boolean isAllowed, long remaining, long secondsToFull, long secondsToNext) {}
}
