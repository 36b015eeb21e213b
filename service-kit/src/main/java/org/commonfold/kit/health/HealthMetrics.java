package org.commonfold.kit.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;

/**
 * What the probes are answered, for whoever reads metrics: a replica that is not ready gets no
 * requests any more, and so tells of no failures either.
 */
@ApplicationScoped
class HealthMetrics {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(4);

    private final SmallRyeHealthReporter reporter;
    private volatile double ready = Double.NaN;
    private volatile double live = Double.NaN;

    HealthMetrics(SmallRyeHealthReporter reporter, MeterRegistry metrics) {
        this.reporter = reporter;
        register(metrics, "readiness", Gauge.builder("health_up", this, health -> health.ready));
        register(metrics, "liveness", Gauge.builder("health_up", this, health -> health.live));
    }

    private static void register(
            MeterRegistry metrics, String probe, Gauge.Builder<HealthMetrics> gauge) {
        gauge.tag("probe", probe)
                .description("1 where the probe is answered with success, 0 where it is not")
                .register(metrics);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return number(reporter.getReadinessAsync())
                .invoke(up -> ready = up)
                .chain(() -> number(reporter.getLivenessAsync()))
                .invoke(up -> live = up)
                .replaceWithVoid();
    }

    /** A check that does not answer is one that fails. */
    private static Uni<Integer> number(Uni<SmallRyeHealth> health) {
        return health.map(checks -> checks.isDown() ? 0 : 1)
                .ifNoItem()
                .after(ANSWER_MAX)
                .recoverWithItem(0)
                .onFailure()
                .recoverWithItem(0);
    }
}
