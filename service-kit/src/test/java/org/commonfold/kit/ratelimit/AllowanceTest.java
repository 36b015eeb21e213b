package org.commonfold.kit.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

@DisplayName("An allowance")
class AllowanceTest {

    private final HandTurnedClock clock = new HandTurnedClock();

    private static final class HandTurnedClock implements TimeMeter {

        private Duration now = Duration.ofDays(1);

        private void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public long currentTimeNanos() {
            return now.toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private Allowance of(int perMinute, int callersMax) {
        return new Allowance("reads", perMinute, callersMax, clock);
    }

    private static void takeAll(Allowance allowance, String caller, int all) {
        for (int i = 1; i <= all; i++) {
            Allowance.Verdict verdict = allowance.take(caller);
            assertThat(verdict.isAllowed()).isTrue();
            assertThat(verdict.remaining()).isEqualTo(all - i);
        }
    }

    @Test
    void ends_at_its_limit_and_says_when_to_come_again() {
        Allowance four = of(4, 10);
        takeAll(four, "mia", 4);

        Allowance.Verdict fifth = four.take("mia");

        assertThat(fifth).isEqualTo(new Allowance.Verdict(false, 0, 60, 15));
        assertThat(four.policy()).isEqualTo("\"reads\";q=4;w=60");
        assertThat(four.state(fifth)).isEqualTo("\"reads\";r=0;t=60");
    }

    @Test
    void of_one_caller_is_not_used_up_by_another() {
        Allowance four = of(4, 10);
        takeAll(four, "mia", 4);

        takeAll(four, "max", 4);
    }

    @Test
    void fills_up_evenly_and_not_beyond_its_quota() {
        Allowance four = of(4, 10);
        takeAll(four, "mia", 4);

        clock.turn(Duration.ofSeconds(15).minusNanos(1));
        assertThat(four.take("mia").isAllowed()).isFalse();
        clock.turn(Duration.ofNanos(1));
        assertThat(four.take("mia").isAllowed()).isTrue();
        assertThat(four.take("mia").isAllowed()).isFalse();

        clock.turn(Duration.ofHours(1));
        takeAll(four, "mia", 4);
        assertThat(four.take("mia").isAllowed()).isFalse();
    }

    @Test
    void remembers_no_more_callers_than_it_may() {
        Allowance four = of(4, 10);

        IntStream.range(0, 10_000).forEach(i -> four.take("caller " + i));

        assertThat(four.callers()).isEqualTo(10);
    }

    @Test
    void forgets_a_caller_only_when_the_quota_is_full_again() {
        Allowance four = of(4, 10);
        takeAll(four, "mia", 4);

        clock.turn(Duration.ofMinutes(1).minusNanos(1));
        assertThat(four.callers()).isOne();
        clock.turn(Duration.ofNanos(1));
        assertThat(four.callers()).isZero();
    }
}
