package org.commonfold.revenue.delivery.application;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.Message;

import java.time.Instant;

/** Writes the messages that do not come from the log. */
public interface MessageWriter {

    /** Tells of an endpoint that was disabled. */
    Message endpointDisabled(String messageId, Endpoint disabled);

    /** The sample of a type, as JSON. */
    String sampleBody(EventType type);

    /** The sample of a type, marked as a test. */
    Message test(String messageId, EventType type, Endpoint receiver, Instant now);
}
