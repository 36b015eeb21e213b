package org.commonfold.kit.tracing;

import io.opentelemetry.sdk.trace.samplers.Sampler;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one place where is decided what is traced (docs/adr/0025). */
final class Sampling {

    /** Trace ids go on either way, so that events and log lines keep them. */
    @Produces
    @Singleton
    Sampler sampler(TracingSettings settings) {
        return settings.share() == 0
                ? Sampler.alwaysOff()
                : Sampler.parentBased(Sampler.traceIdRatioBased(settings.share()));
    }
}
