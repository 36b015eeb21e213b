package org.commonfold.kit.eventstore;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;

import java.util.List;
import java.util.Map;

/** Two events on what a stream had before, as a command with two of them records. */
@Path("/streams/{streamId}")
class StreamsResource {

    private final Commands commands;
    private final EventStore events;

    StreamsResource(Commands commands, EventStore events) {
        this.commands = commands;
        this.events = events;
    }

    @POST
    @RolesAllowed("maker")
    public Uni<Response> append(String streamId, @QueryParam("expected") long expectedVersion) {
        NewEvent event =
                new NewEvent("kit.sent", streamId, "ThingAnnounced.v1", streamId, Map.of("a", 1));
        return commands.run(() -> events.append(streamId, expectedVersion, List.of(event, event))
                .replaceWith(Answer.created("/v1/streams/" + streamId, Map.of())));
    }
}
