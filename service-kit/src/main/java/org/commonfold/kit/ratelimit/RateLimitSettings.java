package org.commonfold.kit.ratelimit;

import io.smallrye.config.ConfigMapping;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many requests one caller may send to one instance. */
@ConfigMapping(prefix = "rate-limit")
public interface RateLimitSettings {

    boolean enabled();

    /** GET and HEAD requests, 0 standing for no limit. */
    @Min(0)
    @Max(1_000_000_000)
    int readsPerMinute();

    /** All other requests, 0 standing for no limit. */
    @Min(0)
    @Max(1_000_000_000)
    int writesPerMinute();

    /** How many callers are remembered at most. */
    @Min(1)
    @Max(10_000_000)
    int callersMax();
}
