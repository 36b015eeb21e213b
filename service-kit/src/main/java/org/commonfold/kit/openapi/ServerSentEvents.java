package org.commonfold.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import java.util.List;

/** The schema of a stream of events is that of each event. */
final class ServerSentEvents {

    private static final String NAME = "ServerSentEvent";

    private ServerSentEvents() {}

    static void addTo(Components components, List<Operation> operations) {
        for (Operation operation : operations) {
            for (APIResponse answer : operation.getResponses().getAPIResponses().values()) {
                var stream = answer.getContent() == null
                        ? null
                        : answer.getContent().getMediaType(MediaType.SERVER_SENT_EVENTS);
                if (stream != null) {
                    stream.setSchema(createSchema().ref(NAME));
                    components.addSchema(NAME, schema());
                }
            }
        }
    }

    private static Schema schema() {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("id", "event", "data"))
                .addProperty("id", text("What to send as Last-Event-ID to go on after it", "12"))
                .addProperty("event", text("Its type", "SomethingHappened.v1"))
                .addProperty("data", text("Its JSON", "{\"by\":\"ada\"}"));
    }

    private static Schema text(String description, String example) {
        return createSchema()
                .addType(SchemaType.STRING)
                .description(description)
                .examples(List.of(example));
    }
}
