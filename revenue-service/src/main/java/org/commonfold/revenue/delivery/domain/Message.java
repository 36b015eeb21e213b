package org.commonfold.revenue.delivery.domain;

import java.time.Instant;

/**
 * What partners are told about one event.
 *
 * @param id the webhook-id: the id of the event, the same for every endpoint and every attempt
 * @param happenedAt when: an endpoint is told only of what happens after its creation
 * @param body what is sent
 */
public record Message(String id, EventType type, Subject subject, Instant happenedAt, String body) {

    /** The longest body, in bytes of UTF-8. What would be longer says only where to read it. */
    public static final int BODY_BYTES_MAX = 20_000;

    /** Without the body, which is the partner's alone. */
    @Override
    public String toString() {
        return "Message[" + type.wireName() + " " + id + "]";
    }
}
