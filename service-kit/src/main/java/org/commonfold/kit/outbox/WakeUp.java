package org.commonfold.kit.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bell: rung any number of times before it is heard, it wakes once. */
final class WakeUp {

    private final Semaphore rung = new Semaphore(0);

    void signal() {
        rung.release();
    }

    /** Returns when the bell rang since the last time, or after the time given. */
    void await(Duration timeMax) {
        try {
            if (rung.tryAcquire(timeMax.toMillis(), TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
