package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Gives an endpoint new keys, without a gap. */
@ApplicationScoped
public class RotateKeys {

    /** How long the former keys sign too: each from when it was replaced. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** The most secrets that sign at a time. */
    public static final int COUNT_MAX = 5;

    private final FindEndpoint findEndpoint;
    private final EndpointKeys keys;
    private final Clock clock;

    RotateKeys(FindEndpoint findEndpoint, EndpointKeys keys, Clock clock) {
        this.findEndpoint = findEndpoint;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param revokesFormer whether the former keys end at once: what one signs that has leaked,
     *     nobody should believe
     */
    public Uni<Decision<KeyedEndpoint>> rotate(EndpointOfPartner place, boolean revokesFormer) {
        Instant now = clock.instant();
        return findEndpoint
                .forChange(place)
                .chain(decision -> decision.fold(
                        endpoint -> revokesFormer
                                ? keys.revoke(endpoint.id()).chain(() -> add(endpoint, now))
                                : rotateIfFew(endpoint, now),
                        () -> rejected(Rejection.UNKNOWN_ENDPOINT),
                        RotateKeys::rejected));
    }

    private Uni<Decision<KeyedEndpoint>> rotateIfFew(Endpoint endpoint, Instant now) {
        return keys.count(endpoint.id(), now)
                .chain(count -> count < COUNT_MAX
                        ? keys.retire(endpoint.id(), now.plus(OVERLAP), now)
                                .chain(() -> add(endpoint, now))
                        : rejected(Rejection.TOO_MANY_ENDPOINT_SECRETS));
    }

    private Uni<Decision<KeyedEndpoint>> add(Endpoint endpoint, Instant now) {
        return keys.addNew(endpoint, now)
                .map(keyId -> Decision.accept(new KeyedEndpoint(endpoint, keyId)));
    }

    private static Uni<Decision<KeyedEndpoint>> rejected(Rejection reason) {
        return Uni.createFrom().item(Decision.reject(reason));
    }
}
