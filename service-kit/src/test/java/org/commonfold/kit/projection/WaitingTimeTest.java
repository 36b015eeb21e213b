package org.commonfold.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@DisplayName("How long the oldest unread record has been waiting")
class WaitingTimeTest {

    private final WaitingTime waiting = new WaitingTime();

    private long secondsAt(int second, long end, long next) {
        return waiting.at(Duration.ofSeconds(second).toNanos(), end, next).toSeconds();
    }

    @Test
    void is_none_where_all_is_read() {
        assertThat(secondsAt(0, 7, 7)).isZero();
        assertThat(secondsAt(5, 9, 9)).isZero();
    }

    @Test
    void grows_from_the_first_look_that_saw_it() {
        assertThat(secondsAt(10, 5, 4)).isZero();
        assertThat(secondsAt(15, 5, 4)).isEqualTo(5);
        assertThat(secondsAt(70, 5, 4)).isEqualTo(60);
    }

    @Test
    void falls_to_that_of_the_next_one_when_the_oldest_is_read() {
        secondsAt(0, 5, 0);
        secondsAt(10, 8, 0);
        secondsAt(20, 9, 0);

        assertThat(secondsAt(30, 9, 4)).isEqualTo(30);
        assertThat(secondsAt(30, 9, 5)).isEqualTo(20);
        assertThat(secondsAt(30, 9, 8)).isEqualTo(10);
        assertThat(secondsAt(30, 9, 9)).isZero();
    }

    @Test
    void of_a_reader_that_keeps_up_with_a_steady_flow_stays_short() {
        for (int second = 0; second < 1_000; second++) {
            assertThat(secondsAt(second, second * 100L + 50, second * 100L)).isZero();
        }
    }

    @Test
    void is_as_long_as_it_is_however_many_looks_are_kept() {
        for (int second = 0; second <= 10 * WaitingTime.LOOKS_MAX; second++) {
            assertThat(secondsAt(second, second + 1, 0)).isEqualTo(second);
        }
    }
}
