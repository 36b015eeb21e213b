package org.commonfold.revenue.delivery.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.commonfold.revenue.delivery.application.MessageWriter;
import org.commonfold.revenue.delivery.domain.EventType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.Arrays;
import java.util.List;

@Path("/event-types")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Endpoints")
class EventTypesResource {

    private static final String SCHEMA =
            "https://commonfold.org/contracts/webhooks/%s/v1.schema.json";

    private final EventTypeList catalogue;

    record EventTypeList(List<EventTypeView> items) {}

    EventTypesResource(MessageWriter messages) {
        this.catalogue = new EventTypeList(Arrays.stream(EventType.values())
                .map(type -> view(type, messages.sampleBody(type)))
                .toList());
    }

    private static EventTypeView view(EventType type, String sample) {
        String name = type.wireName();
        return new EventTypeView(
                name, type.description(), type.isPublic(), SCHEMA.formatted(name), sample);
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List what partners can be told of",
            description = "With a sample and the schema's id of each.")
    public EventTypeList list() {
        return catalogue;
    }
}
