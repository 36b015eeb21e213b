package org.commonfold.payout.transparency.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.time.Duration;

/** How much of the log is folded again for those who ask (docs/adr/0012). */
@ConfigMapping(prefix = "transparency")
public interface TransparencySettings {

    /** How many commons are folded at the same time. */
    @Min(1)
    @Max(64)
    @WithDefault("2")
    int foldsAtOnce();

    /** How many more requests may wait for that. */
    @Min(1)
    @Max(10_000)
    @WithDefault("32")
    int foldsWaiting();

    /** For how long one request reads; what it has read by then is kept for the next one. */
    @WithDefault("PT20S")
    Duration foldPatience();

    /** How many events the states may hold that are kept for the next request. */
    @Min(0)
    @Max(1_000_000_000)
    @WithDefault("1000000")
    long keptEvents();
}
