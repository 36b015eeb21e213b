package org.commonfold.revenue.delivery.domain;

import org.commonfold.revenue.domain.PartnerId;

import java.time.Instant;
import java.util.List;

/**
 * Where a partner wants to be told, and of what.
 *
 * @param health how sending there goes
 * @param disabled since when and why, or null while it is enabled
 * @param version of the settings: the ETag
 */
public record Endpoint(
        EndpointId id,
        PartnerId partnerId,
        EndpointSettings settings,
        Instant createdAt,
        EndpointHealth health,
        Disabled disabled,
        long version) {

    /** The most that a partner has. */
    public static final int COUNT_MAX = 10;

    /** The partner's own wish; the other reasons are found by sending. */
    public static final String PAUSED = "paused";

    public static final String GONE = "gone";
    public static final String FAILING = "failing";

    /** Nothing is sent to it, and nothing is kept for it. */
    public record Disabled(Instant at, String reason) {}

    public boolean isEnabled() {
        return disabled == null;
    }

    /** A new one, enabled. */
    public static Endpoint created(
            EndpointId id, PartnerId partnerId, EndpointSettings settings, Instant now) {
        return new Endpoint(id, partnerId, settings, now, EndpointHealth.UNKNOWN, null, 1);
    }

    /**
     * The same one with other settings; unchanged when they say the same. What went wrong at
     * another URL is no fault of the new one.
     */
    public Endpoint with(EndpointSettings changed) {
        if (changed.equals(settings)) {
            return this;
        }
        EndpointHealth kept =
                changed.url().equals(settings.url()) ? health : EndpointHealth.UNKNOWN;
        return new Endpoint(id, partnerId, changed, createdAt, kept, disabled, version + 1);
    }

    /** Sent to from now on, and given five days again; unchanged when it was enabled. */
    public Endpoint enabled() {
        return isEnabled()
                ? this
                : new Endpoint(
                        id,
                        partnerId,
                        settings,
                        createdAt,
                        EndpointHealth.UNKNOWN,
                        null,
                        version + 1);
    }

    /** Not sent to any more; unchanged when it was disabled, with the first reason. */
    public Endpoint disabled(String reason, Instant at) {
        Disabled now = new Disabled(at, reason);
        return isEnabled()
                ? new Endpoint(id, partnerId, settings, createdAt, health, now, version + 1)
                : this;
    }

    /** What follows from these attempts. Those at a former URL say nothing of this one. */
    public Endpoint after(List<Sent> sent) {
        List<Sent> here = sent.stream().filter(one -> one.isTo(settings.url())).toList();
        if (here.isEmpty() || !isEnabled()) {
            return this;
        }
        EndpointHealth next = health.after(here);
        Endpoint seen = new Endpoint(id, partnerId, settings, createdAt, next, null, version);
        Instant at = here.get(here.size() - 1).endedAt();
        return here.stream().anyMatch(Sent::isGone) ? seen.disabled(GONE, at) : seen.at(at);
    }

    /** What follows from the time: nothing was accepted for five days. */
    public Endpoint at(Instant now) {
        return health.fails(now) ? disabled(FAILING, now) : this;
    }
}
