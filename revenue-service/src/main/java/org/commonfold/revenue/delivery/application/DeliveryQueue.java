package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.Message;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What is to be sent. Whoever sends is woken by the commit. */
public interface DeliveryQueue {

    /** The most messages at a time. */
    int MESSAGES_MAX = 4_096;

    /** What is sent waits for no longer a cancellation. */
    int CANCELLED_AT_ONCE_MAX = 1_000;

    /** The types that at least one enabled endpoint wants: nothing else need be written. */
    Uni<Set<EventType>> wantedTypes();

    /**
     * In the surrounding transaction: each message to every enabled endpoint that wants it, may
     * know of it, and was there when it happened. A message that an endpoint has already is not
     * given to it twice.
     *
     * @param messages in the order they happened in, at most {@link #MESSAGES_MAX}
     */
    Uni<Void> add(List<Message> messages, Instant now);

    /** In the surrounding transaction: a message to one endpoint, whatever it wants. */
    Uni<Void> add(DeliveryId id, EndpointId endpointId, Message message, Instant now);

    /**
     * In the surrounding transaction, in which the endpoint is locked: what has not arrived is
     * tried no more. At most {@link #CANCELLED_AT_ONCE_MAX}, the oldest, so that what is sent to
     * others does not wait.
     */
    Uni<Void> cancelPending(EndpointId endpointId);
}
