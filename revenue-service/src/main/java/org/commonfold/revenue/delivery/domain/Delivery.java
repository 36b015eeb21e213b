package org.commonfold.revenue.delivery.domain;

import java.time.Instant;

/**
 * One message on its way to one endpoint.
 *
 * @param messageId the webhook-id
 * @param eventType as the message names it
 * @param attemptCount how often it was tried, in all
 * @param nextAttemptAt not before; null when there will be none
 * @param succeededAt when it first arrived, or null
 */
public record Delivery(
        DeliveryId id,
        EndpointId endpointId,
        String messageId,
        String eventType,
        String body,
        Instant createdAt,
        DeliveryState state,
        int attemptCount,
        Instant nextAttemptAt,
        Instant succeededAt) {

    /** After so many, whatever they came to, none is asked for any more. */
    public static final int ATTEMPTS_MAX = 100;

    /** Due at once, with the whole schedule before it, whatever became of it. */
    public Delivery begunAgain(Instant now) {
        return new Delivery(
                id,
                endpointId,
                messageId,
                eventType,
                body,
                createdAt,
                DeliveryState.PENDING,
                attemptCount,
                now,
                succeededAt);
    }

    /** Without the body, which is the partner's alone. */
    @Override
    public String toString() {
        return "Delivery[" + id + " " + state.wireName() + "]";
    }
}
