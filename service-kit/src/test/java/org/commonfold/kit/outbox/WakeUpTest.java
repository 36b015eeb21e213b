package org.commonfold.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@DisplayName("The bell of the outbox")
class WakeUpTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final WakeUp bell = new WakeUp();

    @Test
    void wakes_who_comes_after_it_rang() {
        long before = System.nanoTime();
        bell.signal();
        bell.await(LONG);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG);
    }

    @Test
    void wakes_once_however_often_it_rang() {
        bell.signal();
        bell.signal();
        bell.await(LONG);
        long before = System.nanoTime();
        bell.await(SHORT);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(SHORT);
    }
}
