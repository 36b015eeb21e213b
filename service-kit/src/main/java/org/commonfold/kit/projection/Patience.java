package org.commonfold.kit.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Repeats what the database did not take until it does: an outage only delays the log. Who is
 * fenced is not helped by patience.
 */
@Startup
@ApplicationScoped
class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final Duration BACK_OFF_MIN = Duration.ofMillis(100);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(5);

    private final Counter failures;

    Patience(MeterRegistry metrics) {
        this.failures = metrics.counter("log_batch_failures");
    }

    /** The work, as often as it takes, always on this event loop. */
    <T> Uni<T> untilDone(Supplier<Uni<? extends T>> work, Executor eventLoop) {
        return Uni.createFrom()
                .<T>deferred(work::get)
                .runSubscriptionOn(eventLoop)
                .onFailure(failure -> !(failure instanceof Fenced))
                .invoke(this::report)
                .onFailure(failure -> !(failure instanceof Fenced))
                .retry()
                .withBackOff(BACK_OFF_MIN, BACK_OFF_MAX)
                .indefinitely();
    }

    private void report(Throwable failure) {
        failures.increment();
        LOG.warn("The database did not take a batch of the log; trying again", failure);
    }
}
