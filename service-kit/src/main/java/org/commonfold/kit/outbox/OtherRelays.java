package org.commonfold.kit.outbox;

import io.vertx.mutiny.sqlclient.Pool;

import org.jboss.logging.Logger;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The other replicas, one of which leads: PostgreSQL wakes it. Many wishes to wake it while one is
 * under way are one more; one that fails is left to the relay's poll.
 */
final class OtherRelays {

    private static final Logger LOG = Logger.getLogger(OtherRelays.class);

    private final Pool pool;
    /** 0 when nothing is under way, 1 when it is, 2 when it is and is due again. */
    private final AtomicInteger due = new AtomicInteger();

    OtherRelays(Pool pool) {
        this.pool = pool;
    }

    void wake() {
        if (due.getAndUpdate(wishes -> Math.min(wishes + 1, 2)) == 0) {
            notifyThem();
        }
    }

    private void notifyThem() {
        pool.query("notify outbox").execute().subscribe().with(done -> next(), failure -> {
            LOG.debug("Nobody was woken", failure);
            next();
        });
    }

    private void next() {
        if (due.decrementAndGet() > 0) {
            notifyThem();
        }
    }
}
