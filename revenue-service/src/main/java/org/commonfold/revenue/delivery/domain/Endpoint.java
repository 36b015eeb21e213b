package org.commonfold.revenue.delivery.domain;

import org.commonfold.revenue.domain.PartnerId;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a partner wants to be told, and of what.
 *
 * @param signsV1a whether it gets Ed25519 signatures beside the HMAC
 * @param failingSince the first failure since the last success, or null
 * @param disabled since when and why, or null while it is enabled
 * @param version of the settings: the ETag
 */
public record Endpoint(
        EndpointId id,
        PartnerId partnerId,
        EndpointSettings settings,
        boolean signsV1a,
        Instant createdAt,
        Instant failingSince,
        Disabled disabled,
        long version) {

    /** The most that a partner has. */
    public static final int COUNT_MAX = 10;

    /** The partner's own wish; the other reasons are found by sending. */
    public static final String PAUSED = "paused";

    /** Nothing is sent to it, and nothing is kept for it. */
    public record Disabled(Instant at, String reason) {}

    public boolean isEnabled() {
        return disabled == null;
    }

    public Optional<Instant> firstFailure() {
        return Optional.ofNullable(failingSince);
    }

    /** A new one, enabled. */
    public static Endpoint created(
            EndpointId id,
            PartnerId partnerId,
            EndpointSettings settings,
            boolean signsV1a,
            Instant now) {
        return new Endpoint(id, partnerId, settings, signsV1a, now, null, null, 1);
    }

    /** The same one with other settings; unchanged when they say the same. */
    public Endpoint with(EndpointSettings changed) {
        return changed.equals(settings)
                ? this
                : new Endpoint(
                        id,
                        partnerId,
                        changed,
                        signsV1a,
                        createdAt,
                        failingSince,
                        disabled,
                        version + 1);
    }

    /** Sent to from now on, and given five days again; unchanged when it was enabled. */
    public Endpoint enabled() {
        return isEnabled()
                ? this
                : new Endpoint(
                        id, partnerId, settings, signsV1a, createdAt, null, null, version + 1);
    }

    /** Not sent to any more; unchanged when it was disabled, with the first reason. */
    public Endpoint disabled(String reason, Instant at) {
        return isEnabled()
                ? new Endpoint(
                        id,
                        partnerId,
                        settings,
                        signsV1a,
                        createdAt,
                        failingSince,
                        new Disabled(at, reason),
                        version + 1)
                : this;
    }
}
