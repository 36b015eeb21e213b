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

    FindDelivery(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /**
     * @param whose only if it is this partner's; or anybody's
     */
    public Uni<Decision<Delivery>> find(DeliveryId id, Optional<PartnerId> whose) {
        Uni<Optional<Delivery>> found = whose.map(partner -> deliveries.find(id, partner))
                .orElseGet(() -> deliveries.find(id));
        return found.map(delivery -> delivery.map(Decision::accept)
                .orElseGet(() -> Decision.reject(Rejection.UNKNOWN_DELIVERY)));
    }
}
