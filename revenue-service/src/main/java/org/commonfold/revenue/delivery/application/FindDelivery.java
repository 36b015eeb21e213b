package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Delivery;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Rejection;

import java.util.Optional;

/** Finds a delivery for somebody who may know of it. */
@ApplicationScoped
public class FindDelivery {

    private final Deliveries deliveries;
    private final Endpoints endpoints;

    FindDelivery(Deliveries deliveries, Endpoints endpoints) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
    }

    /**
     * @param whose only if it is this partner's; or anybody's
     */
    public Uni<Decision<Delivery>> find(DeliveryId id, Optional<PartnerId> whose) {
        return deliveries
                .find(id)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Decision.reject(Rejection.UNKNOWN_DELIVERY))
                        : visible(found.get(), whose));
    }

    private Uni<Decision<Delivery>> visible(Delivery delivery, Optional<PartnerId> whose) {
        return endpoints
                .find(delivery.endpointId())
                .map(endpoint -> endpoint.filter(
                                one -> whose.isEmpty() || whose.get().equals(one.partnerId()))
                        .map(one -> Decision.accept(delivery))
                        .orElseGet(() -> Decision.reject(Rejection.UNKNOWN_DELIVERY)));
    }
}
