package org.commonfold.revenue.delivery.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Sent;

import java.time.Duration;

/** How sending goes. */
@ApplicationScoped
class DeliveryMetrics {

    private static final String ATTEMPTS = "webhook_attempts";

    private final MeterRegistry registry;
    private final Timer succeeded;
    private final Timer failed;

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.succeeded = registry.timer(ATTEMPTS, "outcome", "succeeded");
        this.failed = registry.timer(ATTEMPTS, "outcome", "failed");
    }

    void watch(InFlight inFlight) {
        registry.gauge("webhook_attempts_in_flight", inFlight, InFlight::total);
    }

    void count(Sent sent) {
        (sent.isSuccess() ? succeeded : failed)
                .record(Duration.ofMillis(sent.attempt().latencyMillis()));
    }
}
