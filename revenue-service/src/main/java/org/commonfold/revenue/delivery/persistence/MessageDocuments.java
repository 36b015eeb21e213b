package org.commonfold.revenue.delivery.persistence;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.commonfold.revenue.delivery.application.DeliveryQueue;
import org.commonfold.revenue.delivery.domain.EventTypePattern;
import org.commonfold.revenue.delivery.domain.Message;
import org.commonfold.revenue.delivery.domain.Subject;

import java.time.Instant;
import java.util.List;

/** Messages as one parameter of a statement. */
final class MessageDocuments {

    private static final JsonMapper JSON = new JsonMapper();

    private MessageDocuments() {}

    static String of(List<Message> messages, Instant now) {
        if (messages.size() > DeliveryQueue.MESSAGES_MAX) {
            throw new IllegalArgumentException(messages.size() + " messages at once");
        }
        ArrayNode documents = JSON.createArrayNode();
        for (Message message : messages) {
            ObjectNode document = documents
                    .addObject()
                    .put("id_begin", idBegin(now, documents.size() - 1))
                    .put("message_id", message.id())
                    .put("event_type", message.type().wireName())
                    .put("happened_second", message.happenedAt().toEpochMilli() / 1000.0)
                    .put("body", message.body());
            ArrayNode patterns = document.putArray("patterns");
            EventTypePattern.matching(message.type()).forEach(one -> patterns.add(one.text()));
            putSubject(document, message.subject());
        }
        return documents.toString();
    }

    private static void putSubject(ObjectNode document, Subject subject) {
        if (subject instanceof Subject.OfContribution one) {
            document.put("commons_id", one.commonsId().toString())
                    .put("contribution_id", one.contributionId().toString());
        } else if (subject instanceof Subject.OfRevenue one) {
            document.put("commons_id", one.commonsId().toString())
                    .put("revenue_id", one.revenueId().toString());
        } else if (subject instanceof Subject.OfPartner one) {
            document.put("partner_id", one.partnerId().toString());
        }
    }

    /**
     * The half of a UUIDv7 that orders: the millisecond, and a counter of 12 bits (RFC 9562,
     * section 6.2, method 1). So a list of deliveries has the order of the log.
     */
    private static String idBegin(Instant now, int ordinal) {
        String millis = "%012x".formatted(now.toEpochMilli());
        return "%s-%s-7%03x-".formatted(millis.substring(0, 8), millis.substring(8), ordinal);
    }
}
