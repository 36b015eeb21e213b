package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;

import java.util.Optional;

/** Finds an endpoint where it is said to be. */
@ApplicationScoped
public class FindEndpoint {

    private final Endpoints endpoints;

    FindEndpoint(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    public Uni<Decision<Endpoint>> find(EndpointOfPartner place) {
        return endpoints.find(place.endpointId()).map(found -> known(found, place));
    }

    /** Others who ask for a change wait until the surrounding transaction ends. */
    public Uni<Decision<Endpoint>> forChange(EndpointOfPartner place) {
        return endpoints.findForChange(place.endpointId()).map(found -> known(found, place));
    }

    /** The same, of those that something may be sent to. */
    public Uni<Decision<Endpoint>> enabledForChange(EndpointOfPartner place) {
        return forChange(place)
                .map(decision ->
                        decision.fold(FindEndpoint::enabled, () -> decision, reason -> decision));
    }

    private static Decision<Endpoint> enabled(Endpoint endpoint) {
        return endpoint.isEnabled()
                ? Decision.accept(endpoint)
                : Decision.reject(Rejection.ENDPOINT_DISABLED);
    }

    private static Decision<Endpoint> known(Optional<Endpoint> found, EndpointOfPartner place) {
        return found.filter(endpoint -> endpoint.partnerId().equals(place.partnerId()))
                .map(Decision::accept)
                .orElseGet(() -> Decision.reject(Rejection.UNKNOWN_ENDPOINT));
    }
}
