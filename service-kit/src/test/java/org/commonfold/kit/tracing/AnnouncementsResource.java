package org.commonfold.kit.tracing;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The least that a request can record: one event, into the log that the service itself reads. */
@Path("/announcements")
class AnnouncementsResource {

    private final Commands commands;
    private final EventStore events;

    AnnouncementsResource(Commands commands, EventStore events) {
        this.commands = commands;
        this.events = events;
    }

    @POST
    @RolesAllowed("maker")
    public Uni<Response> announce() {
        String id = UUID.randomUUID().toString();
        NewEvent event =
                new NewEvent("kit.log", id, "ThingAnnounced.v1", id, Map.of("thingId", id));
        return commands.run(() -> events.append(id, 0, List.of(event))
                .replaceWith(Answer.created("/v1/things/" + id, Map.of())));
    }
}
