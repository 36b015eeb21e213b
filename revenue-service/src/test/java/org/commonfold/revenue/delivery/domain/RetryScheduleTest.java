package org.commonfold.revenue.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

@DisplayName("A message that did not arrive")
class RetryScheduleTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT5M",
        "3, PT30M",
        "4, PT2H",
        "5, PT5H",
        "6, PT10H",
        "7, PT14H",
        "8, PT20H",
        "9, PT24H"
    })
    void is_sent_again_after_the_wait_and_up_to_a_fifth_more(int attempts, Duration wait) {
        assertThat(RetrySchedule.next(attempts, NOON, null, 0)).hasValue(NOON.plus(wait));
        assertThat(RetrySchedule.next(attempts, NOON, null, ALMOST_ONE))
                .hasValue(NOON.plusMillis(wait.toMillis() * 12 / 10));
    }

    @Test
    void is_given_up_after_ten_attempts() {
        assertThat(RetrySchedule.next(9, NOON, null, 0)).isPresent();
        assertThat(RetrySchedule.next(10, NOON, null, 0)).isEmpty();
        assertThat(RetrySchedule.next(10, NOON, Duration.ofSeconds(1), 0)).isEmpty();
    }

    @Test
    void waits_as_long_as_the_receiver_asks_for_but_not_for_ever() {
        assertThat(RetrySchedule.next(1, NOON, Duration.ofSeconds(4), 0))
                .hasValue(NOON.plusSeconds(5));
        assertThat(RetrySchedule.next(1, NOON, Duration.ofSeconds(6), ALMOST_ONE))
                .hasValue(NOON.plusSeconds(6));
        assertThat(RetryAfter.read(429, "86400", NOON)).isEqualTo(Duration.ofHours(24));
        assertThat(RetryAfter.read(429, "86401", NOON)).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void is_asked_for_later_in_seconds_or_by_a_date() {
        assertThat(RetryAfter.read(429, "120", NOON)).isEqualTo(Duration.ofSeconds(120));
        assertThat(RetryAfter.read(503, "Thu, 01 Jan 2026 12:01:00 GMT", NOON))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(RetryAfter.read(503, "Thursday, 01-Jan-26 12:01:00 GMT", NOON))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(RetryAfter.read(503, "Thu Jan  1 12:01:00 2026", NOON))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(RetryAfter.read(503, "Thu, 01 Jan 2026 11:01:00 GMT", NOON))
                .isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "9999999999", "2026-01-01T12:00:00Z"})
    void is_not_asked_for_later_by_nonsense(String header) {
        assertThat(RetryAfter.read(429, header, NOON)).isNull();
    }

    @Test
    void is_asked_for_later_with_429_and_503_only() {
        assertThat(RetryAfter.read(500, "120", NOON)).isNull();
        assertThat(RetryAfter.read(429, null, NOON)).isNull();
    }
}
