package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Delivery;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Rejection;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Sends a message once more, under its id. */
@ApplicationScoped
public class Redeliver {

    private final FindDelivery findDelivery;
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Clock clock;

    Redeliver(FindDelivery findDelivery, Endpoints endpoints, Deliveries deliveries, Clock clock) {
        this.findDelivery = findDelivery;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Whether it arrived before or not, with the whole schedule before it.
     *
     * @param whose only if it is this partner's; or anybody's
     */
    public Uni<Decision<Delivery>> redeliver(DeliveryId id, Optional<PartnerId> whose) {
        return findDelivery
                .find(id, whose)
                .chain(decision -> decision.fold(
                        this::beginAgainIfEnabled,
                        () -> rejected(Rejection.UNKNOWN_DELIVERY),
                        Redeliver::rejected));
    }

    private Uni<Decision<Delivery>> beginAgainIfEnabled(Delivery delivery) {
        if (delivery.attemptCount() >= Delivery.ATTEMPTS_MAX) {
            return rejected(Rejection.TOO_MANY_ATTEMPTS);
        }
        return endpoints
                .findForChange(delivery.endpointId())
                .chain(endpoint -> endpoint.filter(Endpoint::isEnabled).isPresent()
                        ? beginAgain(delivery, clock.instant())
                        : rejected(Rejection.ENDPOINT_DISABLED));
    }

    private Uni<Decision<Delivery>> beginAgain(Delivery delivery, Instant now) {
        return deliveries
                .beginAgain(delivery.id(), now)
                .replaceWith(Decision.accept(delivery.begunAgain(now)));
    }

    private static Uni<Decision<Delivery>> rejected(Rejection reason) {
        return Uni.createFrom().item(Decision.reject(reason));
    }
}
