package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.MessageWriter;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.Message;
import org.commonfold.revenue.delivery.domain.Subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

@ApplicationScoped
class JsonMessageWriter implements MessageWriter {

    @Override
    public Message endpointDisabled(String messageId, Endpoint disabled) {
        Instant at = disabled.disabled().at();
        JsonNode data = Bodies.JSON.valueToTree(EndpointDisabledV1.of(disabled));
        EventType type = EventType.ENDPOINT_DISABLED;
        ObjectNode body = Bodies.body(type, at.toString(), data);
        return new Message(
                messageId, type, new Subject.OfPartner(disabled.partnerId()), at, body.toString());
    }

    @Override
    public Message test(String messageId, EventType type, Endpoint receiver, Instant now) {
        ObjectNode body = Bodies.body(type, now.toString(), sample(type).path("data"));
        body.put("test", true);
        return new Message(
                messageId, type, new Subject.OfPartner(receiver.partnerId()), now, body.toString());
    }

    @Override
    public String sampleBody(EventType type) {
        return sample(type).toString();
    }

    /** The document that the contracts have; packed with the service. */
    private static JsonNode sample(EventType type) {
        String path = "/contracts/webhooks/" + type.wireName() + "/v1.sample.json";
        try (InputStream in = JsonMessageWriter.class.getResourceAsStream(path)) {
            return Bodies.JSON.readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
