package org.commonfold.revenue.delivery.http;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.ClearEndpoints;
import org.commonfold.revenue.delivery.application.DisableFailing;
import org.commonfold.revenue.delivery.application.DueDeliveries;

import java.time.Clock;
import java.time.Instant;

/** What is to be done now and then beside the sending: so little at a time that none waits. */
@ApplicationScoped
class DeliveryUpkeep {

    private static final int DELETED_AT_ONCE_MAX = 1_000;

    private final DeliveryTransactions transactions;
    private final ClearEndpoints clearEndpoints;
    private final DisableFailing disableFailing;
    private final DueDeliveries deliveries;
    private final SendingSettings settings;
    private final Clock clock;
    private long doneAtNanos;

    DeliveryUpkeep(
            DeliveryTransactions transactions,
            ClearEndpoints clearEndpoints,
            DisableFailing disableFailing,
            DueDeliveries deliveries,
            SendingSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.clearEndpoints = clearEndpoints;
        this.disableFailing = disableFailing;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
        this.doneAtNanos = System.nanoTime() - settings.upkeep().toNanos();
    }

    /** Whether there is more of it to do at once, after what is due was sent. */
    boolean doIfTime() {
        if (System.nanoTime() - doneAtNanos < settings.upkeep().toNanos()) {
            return false;
        }
        if (transactions.inOne(clearEndpoints::clearOne) || deleteOld()) {
            return true;
        }
        transactions.disabling(disableFailing::disable);
        doneAtNanos = System.nanoTime();
        return false;
    }

    /** Whether there may be more of it. */
    private boolean deleteOld() {
        Instant then = clock.instant().minus(settings.kept());
        return DeliveryTransactions.await(() -> deliveries.deleteBefore(then, DELETED_AT_ONCE_MAX))
                == DELETED_AT_ONCE_MAX;
    }
}
