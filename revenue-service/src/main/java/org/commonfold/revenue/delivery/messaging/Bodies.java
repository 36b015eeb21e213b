package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.Message;
import org.commonfold.revenue.delivery.domain.Subject;
import org.commonfold.revenue.messaging.Fields;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Writes the bodies of messages (Standard Webhooks 1.0, "Payload structure"). */
final class Bodies {

    static final JsonMapper JSON = new JsonMapper();

    /** What a body that would be too long still says. */
    private static final Set<String> THIN = Set.of(
            "commonsId",
            "contributionId",
            "revenueId",
            "partnerId",
            "publishedAt",
            "revisedAt",
            "declaredAt",
            "link");

    private Bodies() {}

    static Message message(String id, EventType type, CatalogueRecord record) {
        Subject subject = record.subject();
        ObjectNode data = JSON.valueToTree(record);
        data.put("link", link(subject));
        ObjectNode body = body(type, Fields.present("The time", record.time()), data);
        return new Message(
                id, type, subject, Fields.time("The time", record.time()), limited(body));
    }

    static ObjectNode body(EventType type, String timestamp, JsonNode data) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", type.wireName()).put("timestamp", timestamp).set("data", data);
        return body;
    }

    /** Where to read more: relative to the address of the API. */
    private static String link(Subject subject) {
        if (subject instanceof Subject.OfContribution one) {
            return "/v1/contributions/" + one.contributionId();
        }
        if (subject instanceof Subject.OfRevenue one) {
            return "/v1/revenues/" + one.revenueId();
        }
        throw new IllegalArgumentException("Nothing to read of " + subject);
    }

    /** Only lists of authors and of works can make it too long, and those are behind the link. */
    private static String limited(ObjectNode body) {
        String whole = body.toString();
        if (whole.getBytes(StandardCharsets.UTF_8).length <= Message.BODY_BYTES_MAX) {
            return whole;
        }
        ((ObjectNode) body.path("data")).retain(THIN).put("thin", true);
        return body.toString();
    }
}
