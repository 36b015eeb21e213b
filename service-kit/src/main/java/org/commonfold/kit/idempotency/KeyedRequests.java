package org.commonfold.kit.idempotency;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Locale;

/** Counts what became of requests with an Idempotency-Key. */
@Startup
@ApplicationScoped
class KeyedRequests {

    /** What may become of one. */
    enum Outcome {
        /** The key was new. */
        FIRST,
        /** It was not, and the first answer was given again. */
        REPLAYED,
        /** The first one was still running. */
        IN_PROGRESS,
        /** The key had been used for something else: a defect of the client. */
        REUSED
    }

    private final MeterRegistry metrics;

    KeyedRequests(MeterRegistry metrics) {
        this.metrics = metrics;
        for (Outcome outcome : Outcome.values()) {
            add(outcome, 0);
        }
    }

    void count(Outcome outcome) {
        add(outcome, 1);
    }

    private void add(Outcome outcome, int requests) {
        String tag = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        metrics.counter("idempotency_requests", "outcome", tag).increment(requests);
    }
}
