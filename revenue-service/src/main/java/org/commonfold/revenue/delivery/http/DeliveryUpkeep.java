package org.commonfold.revenue.delivery.http;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/** What is to be done now and then beside the sending: so little at a time that none waits. */
@ApplicationScoped
class DeliveryUpkeep {

    private static final long EVERY_NANOS = Duration.ofSeconds(15).toNanos();

    private final DeliveryTransactions transactions;
    private long doneAtNanos = System.nanoTime() - EVERY_NANOS;

    DeliveryUpkeep(DeliveryTransactions transactions) {
        this.transactions = transactions;
    }

    /** Whether there is more of it to do at once, after what is due was sent. */
    boolean doIfTime() {
        if (System.nanoTime() - doneAtNanos < EVERY_NANOS) {
            return false;
        }
        if (transactions.deleteOld()) {
            return true;
        }
        transactions.disableFailing();
        doneAtNanos = System.nanoTime();
        return false;
    }
}
