package org.commonfold.kit.ratelimit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

/** How many requests were more than their caller may send. */
@ApplicationScoped
class Refused {

    private final MeterRegistry metrics;

    Refused(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Of one limit; from its first mention on it is told, if only as 0. */
    Counter by(String limit) {
        return metrics.counter("rate_limited_requests", "limit", limit);
    }
}
