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

    /**
     * How long the former keys sign too. Those before them end at once: there are never more than
     * two of a scheme, and a leaked key can be got rid of by rotating twice.
     */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private final FindEndpoint findEndpoint;
    private final EndpointKeys keys;
    private final Clock clock;

    RotateKeys(FindEndpoint findEndpoint, EndpointKeys keys, Clock clock) {
        this.findEndpoint = findEndpoint;
        this.keys = keys;
        this.clock = clock;
    }

    public Uni<Decision<KeyedEndpoint>> rotate(EndpointOfPartner place) {
        return findEndpoint
                .forChange(place)
                .chain(decision -> decision.fold(
                        this::rotate,
                        () -> rejected(Rejection.UNKNOWN_ENDPOINT),
                        RotateKeys::rejected));
    }

    private Uni<Decision<KeyedEndpoint>> rotate(Endpoint endpoint) {
        Instant now = clock.instant();
        return keys.retire(endpoint.id(), now.plus(OVERLAP))
                .chain(() -> keys.addNew(endpoint, now))
                .map(keyId -> Decision.accept(new KeyedEndpoint(endpoint, keyId)));
    }

    private static Uni<Decision<KeyedEndpoint>> rejected(Rejection reason) {
        return Uni.createFrom().item(Decision.reject(reason));
    }
}
