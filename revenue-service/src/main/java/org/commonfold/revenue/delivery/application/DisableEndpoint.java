package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends the sending to an endpoint, and tells everybody who should know. */
@ApplicationScoped
public class DisableEndpoint implements EndpointDisabling {

    private final Endpoints endpoints;
    private final DeliveryQueue queue;
    private final MessageWriter messages;
    private final OperatorNotices notices;
    private final Ids ids;

    DisableEndpoint(
            Endpoints endpoints,
            DeliveryQueue queue,
            MessageWriter messages,
            OperatorNotices notices,
            Ids ids) {
        this.endpoints = endpoints;
        this.queue = queue;
        this.messages = messages;
        this.notices = notices;
        this.ids = ids;
    }

    @Override
    public Uni<Void> disable(EndpointId id, String reason, Instant at) {
        return endpoints
                .findForChange(id)
                .map(found -> found.filter(Endpoint::isEnabled))
                .chain(found -> disable(found.map(one -> one.disabled(reason, at)), at));
    }

    private Uni<Void> disable(Optional<Endpoint> changed, Instant at) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Endpoint disabled = changed.get();
        return endpoints
                .update(disabled)
                .chain(() -> queue.cancelPending(disabled.id()))
                .chain(() -> queue.add(
                        List.of(messages.endpointDisabled(ids.next().toString(), disabled)), at))
                .invoke(() -> notices.endpointDisabled(disabled));
    }
}
