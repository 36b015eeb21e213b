package org.commonfold.kit.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Makes a histogram of the times that requests take: an average hides who waits. */
final class RequestTimes implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";

    private static final double[] BUCKETS_NANOS = Stream.of(10, 50, 100, 250, 500, 1_000, 5_000)
            .map(Duration::ofMillis)
            .flatMapToDouble(time -> DoubleStream.of(time.toNanos()))
            .toArray();

    @Produces
    @Singleton
    static MeterFilter filter() {
        return new RequestTimes();
    }

    @Override
    public DistributionStatisticConfig configure(
            Meter.Id id, DistributionStatisticConfig configured) {
        return id.getName().equals(REQUESTS)
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BUCKETS_NANOS)
                        .build()
                        .merge(configured)
                : configured;
    }
}
