package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;

import java.time.Clock;
import java.util.function.LongPredicate;

/** Ends an endpoint for good. */
@ApplicationScoped
public class RemoveEndpoint {

    private final FindEndpoint findEndpoint;
    private final Endpoints endpoints;
    private final Clock clock;

    RemoveEndpoint(FindEndpoint findEndpoint, Endpoints endpoints, Clock clock) {
        this.findEndpoint = findEndpoint;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    /**
     * With all that was to be sent to it.
     *
     * @param expected whether a version is the one that is meant
     */
    public Uni<Decision<Endpoint>> remove(EndpointOfPartner place, LongPredicate expected) {
        return findEndpoint
                .forChange(place)
                .chain(decision -> decision.fold(
                        endpoint -> remove(endpoint, expected),
                        () -> Uni.createFrom().item(decision),
                        reason -> Uni.createFrom().item(decision)));
    }

    private Uni<Decision<Endpoint>> remove(Endpoint endpoint, LongPredicate expected) {
        return expected.test(endpoint.version())
                ? endpoints
                        .remove(endpoint.id(), clock.instant())
                        .replaceWith(Decision.accept(endpoint))
                : Uni.createFrom().item(Decision.reject(Rejection.ENDPOINT_CHANGED));
    }
}
