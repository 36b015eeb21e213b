package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.revenue.delivery.domain.Delivery;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.EventTypePattern;
import org.commonfold.revenue.delivery.domain.Message;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Sends an endpoint a sample, as any other message. */
@ApplicationScoped
public class TestEndpoint {

    private final FindEndpoint findEndpoint;
    private final DeliveryQueue queue;
    private final Deliveries deliveries;
    private final MessageWriter messages;
    private final Ids ids;
    private final Clock clock;

    TestEndpoint(
            FindEndpoint findEndpoint,
            DeliveryQueue queue,
            Deliveries deliveries,
            MessageWriter messages,
            Ids ids,
            Clock clock) {
        this.findEndpoint = findEndpoint;
        this.queue = queue;
        this.deliveries = deliveries;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param type of what; or the first of the catalogue that the endpoint wants
     */
    public Uni<Decision<Delivery>> test(EndpointOfPartner place, Optional<EventType> type) {
        return findEndpoint
                .enabledForChange(place)
                .chain(decision -> decision.fold(
                        endpoint -> send(endpoint, type.orElseGet(() -> firstWanted(endpoint))),
                        () -> rejected(Rejection.UNKNOWN_ENDPOINT),
                        TestEndpoint::rejected));
    }

    private static EventType firstWanted(Endpoint endpoint) {
        return EventTypePattern.matched(endpoint.settings().eventTypes())
                .iterator()
                .next();
    }

    private Uni<Decision<Delivery>> send(Endpoint endpoint, EventType type) {
        Instant now = clock.instant();
        Message message = messages.test(ids.next().toString(), type, endpoint, now);
        DeliveryId id = new DeliveryId(ids.next());
        return queue.add(id, endpoint.id(), message, now)
                .chain(() -> deliveries.find(id))
                .map(found -> Decision.accept(found.orElseThrow()));
    }

    private static Uni<Decision<Delivery>> rejected(Rejection reason) {
        return Uni.createFrom().item(Decision.reject(reason));
    }
}
