package org.commonfold.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.eclipse.microprofile.jwt.JsonWebToken;

import java.time.Clock;
import java.time.Duration;

/**
 * Tokens that were verified not long ago, by their whole text: to verify a signature anew with each
 * request takes a tenth of its time. Safe for use by many threads.
 */
final class VerifiedTokens {

    /** After it a token is verified anew: a key that was taken back is not trusted any longer. */
    static final Duration KEPT_MAX = Duration.ofMinutes(1);

    /** A few KiB each. */
    static final int COUNT_MAX = 1_000;

    private final Clock clock;
    private final Cache<String, JsonWebToken> tokens;

    VerifiedTokens(Clock clock) {
        this.clock = clock;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(COUNT_MAX)
                .expireAfterWrite(KEPT_MAX)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    /**
     * The token of this text, or null when it must be verified: also as soon as it expires, so that
     * how much too late it may come is said by who verifies.
     */
    JsonWebToken find(String text) {
        JsonWebToken token = tokens.getIfPresent(text);
        return token == null || hasExpired(token) ? null : token;
    }

    /** Keeps what was verified just now. */
    void keep(String text, JsonWebToken token) {
        tokens.put(text, token);
    }

    private boolean hasExpired(JsonWebToken token) {
        return clock.instant().getEpochSecond() >= token.getExpirationTime();
    }

    /** How many are kept just now. */
    long count() {
        tokens.cleanUp();
        return tokens.estimatedSize();
    }
}
