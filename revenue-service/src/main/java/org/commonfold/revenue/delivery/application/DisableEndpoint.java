package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.revenue.delivery.domain.Endpoint;

import java.util.List;

/** Ends the sending to an endpoint that cannot be reached. */
@ApplicationScoped
public class DisableEndpoint {

    private final Endpoints endpoints;
    private final DeliveryQueue queue;
    private final MessageWriter messages;
    private final Ids ids;

    DisableEndpoint(Endpoints endpoints, DeliveryQueue queue, MessageWriter messages, Ids ids) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.messages = messages;
        this.ids = ids;
    }

    /**
     * In the surrounding transaction, in which it is locked. What is pending is cancelled, of
     * very much the rest a little later ({@link ClearEndpoints}), and comes back by a recovery once
     * the endpoint is enabled again. Those of the partner's other
     * endpoints that want to know are told.
     */
    Uni<Void> disable(Endpoint disabled) {
        return endpoints
                .update(disabled)
                .chain(() -> queue.cancelPending(disabled.id()))
                .chain(() -> queue.add(
                        List.of(messages.endpointDisabled(ids.next().toString(), disabled)),
                        disabled.disabled().at()));
    }
}
