package org.commonfold.kit.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** What is traced. Where spans are sent is {@code quarkus.otel.exporter.otlp.endpoint}. */
@ConfigMapping(prefix = "tracing")
public interface TracingSettings {

    /**
     * Of the requests that bring no verdict of their own, how many are traced: from 0 to 1. With 0
     * nothing is, not even what others ask for.
     */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("1")
    double share();
}
