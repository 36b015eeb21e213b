package org.commonfold.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

@DisplayName("A token that was verified")
class VerifiedTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovedClock clock = new MovedClock();
    private final VerifiedTokens tokens = new VerifiedTokens(clock);

    @Test
    void is_known_by_its_whole_text() {
        JsonWebToken token = expiring(NOON.plus(HOUR));
        tokens.keep("head.body.signature", token);

        assertThat(tokens.find("head.body.signature")).isSameAs(token);
        assertThat(tokens.find("head.body.another")).isNull();
        assertThat(tokens.find("head.another.signature")).isNull();
    }

    @Test
    void is_verified_anew_from_the_second_in_which_it_expires() {
        tokens.keep("a", expiring(NOON.plusSeconds(30)));

        clock.now = NOON.plusSeconds(30).minusMillis(1);
        assertThat(tokens.find("a")).isNotNull();
        clock.now = NOON.plusSeconds(30);
        assertThat(tokens.find("a")).isNull();
    }

    @Test
    void is_verified_anew_after_a_minute_in_any_case() {
        tokens.keep("a", expiring(NOON.plus(HOUR)));

        clock.now = NOON.plus(VerifiedTokens.KEPT_MAX).minusMillis(1);
        assertThat(tokens.find("a")).isNotNull();
        clock.now = NOON.plus(VerifiedTokens.KEPT_MAX);
        assertThat(tokens.find("a")).isNull();
    }

    @Test
    void is_one_of_so_many_and_no_more() {
        for (int i = 0; i <= VerifiedTokens.COUNT_MAX; i++) {
            tokens.keep("token " + i, expiring(NOON.plus(HOUR)));
        }

        assertThat(tokens.count()).isEqualTo(VerifiedTokens.COUNT_MAX);
    }

    private static JsonWebToken expiring(Instant when) {
        return new JsonWebToken() {
            @Override
            public String getName() {
                return "ada";
            }

            @Override
            public Set<String> getClaimNames() {
                return Set.of(Claims.exp.name());
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getClaim(String name) {
                return Claims.exp.name().equals(name) ? (T) (Long) when.getEpochSecond() : null;
            }
        };
    }

    private static final class MovedClock extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
