package org.commonfold.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tells when a service has sent all it has recorded. Ratings count for the revenues that come after
 * them in the log, and the two come from different services; so that the sample gives the same
 * balances on every machine, its revenues wait for its ratings.
 */
final class OutboxWatch {

    private static final String METRIC = "outbox_oldest_unsent_seconds";
    private static final Duration MAX = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
    /** The metric is as old as the relay's last look, at most a second. */
    private static final int LOOKS = 5;

    private final Api api;

    OutboxWatch(Api api) {
        this.api = api;
    }

    void awaitEmpty(Service service) throws InterruptedException {
        long deadline = System.nanoTime() + MAX.toNanos();
        int emptyLooks = 0;
        while (emptyLooks < LOOKS) {
            emptyLooks = isEmpty(service) ? emptyLooks + 1 : 0;
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(service.module() + " does not send its events");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        }
    }

    private boolean isEmpty(Service service) {
        return api.get(api.management(service, "/q/metrics"), null)
                .lines()
                .filter(line -> line.startsWith(METRIC))
                .allMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) == 0);
    }
}
