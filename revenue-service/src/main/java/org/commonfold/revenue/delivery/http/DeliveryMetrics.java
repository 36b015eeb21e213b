package org.commonfold.revenue.delivery.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.DueDeliveries;
import org.commonfold.revenue.delivery.domain.Sent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** How sending goes. */
@ApplicationScoped
class DeliveryMetrics {

    private static final String ATTEMPTS = "webhook_attempts";

    private static final DueDeliveries.Backlog NONE = new DueDeliveries.Backlog(0, null);

    private final MeterRegistry registry;
    private final AtomicReference<DueDeliveries.Backlog> backlog = new AtomicReference<>(NONE);
    private final Timer succeeded;
    private final Timer failed;

    DeliveryMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.succeeded = registry.timer(ATTEMPTS, "outcome", "succeeded");
        this.failed = registry.timer(ATTEMPTS, "outcome", "failed");
        registry.gauge("webhook_deliveries_due", backlog, seen -> seen.get().count());
        registry.gauge(
                "webhook_oldest_due_seconds", backlog, seen -> age(seen.get().since(), clock));
    }

    void watch(InFlight inFlight) {
        registry.gauge("webhook_attempts_in_flight", inFlight, InFlight::total);
    }

    /** Goes on ageing until it is seen again: also when whoever should send has stopped. */
    private static double age(Instant since, Clock clock) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    void see(DueDeliveries.Backlog seen) {
        backlog.set(seen);
    }

    void count(Sent sent) {
        (sent.isSuccess() ? succeeded : failed)
                .record(Duration.ofMillis(sent.attempt().latencyMillis()));
    }
}
