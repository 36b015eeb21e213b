package org.commonfold.kit.ratelimit;

import io.github.bucket4j.TimeMeter;

import jakarta.enterprise.context.ApplicationScoped;

/** The limits that operations have of their own. Counted in this instance alone: docs/adr/0009. */
@ApplicationScoped
public class Quotas {

    private final RateLimitSettings settings;

    private final Refused refused;

    Quotas(RateLimitSettings settings, Refused refused) {
        this.settings = settings;
        this.refused = refused;
    }

    /**
     * @param name as the headers show it
     * @param requests of each caller in a minute, 0 standing for no limit
     */
    public Quota perMinute(String name, int requests) {
        boolean isLimited = settings.enabled() && requests > 0;
        return new Quota(
                isLimited
                        ? new Allowance(
                                name, requests, settings.callersMax(), TimeMeter.SYSTEM_NANOTIME)
                        : null,
                refused.by(name));
    }
}
