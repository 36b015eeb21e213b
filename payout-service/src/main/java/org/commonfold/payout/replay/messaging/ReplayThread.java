package org.commonfold.payout.replay.messaging;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.replay.application.Worker;
import org.jboss.logging.Logger;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread: of all replicas together, one replay runs at a time. */
@ApplicationScoped
class ReplayThread implements Worker {

    private static final Logger LOG = Logger.getLogger(ReplayThread.class);

    /** The one that runs has the lock; the next is taken on when that is about to be let go. */
    private static final int WAITING_MAX = 8;

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING_MAX),
            work -> new Thread(work, "replay"));

    ReplayThread() {
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public void run(Runnable work) {
        thread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("A replay of the ledger has failed", failure);
            }
        });
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
