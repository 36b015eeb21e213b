package org.commonfold.contribution.rest;

import io.smallrye.mutiny.Multi;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.commonfold.contribution.application.FollowCommons;
import org.commonfold.contribution.application.PublicEvent;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.kit.stream.Heartbeats;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

import java.util.OptionalLong;
import java.util.UUID;

@Path("/commons/{commonsId}/events")
@Tag(name = "Commons")
class CommonsEventsResource {

    private final FollowCommons followCommons;
    private final Sse sse;

    CommonsEventsResource(FollowCommons followCommons, Sse sse) {
        this.followCommons = followCommons;
        this.sse = sse;
    }

    @GET
    @PermitAll
    @OfKnownCommons
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "Follow the events of a commons",
            description = "What happens to its charter, its works and its needs, but no ratings"
                    + " and no revenues: server-sent events, in the order of the log, from now"
                    + " on; with Last-Event-ID all after that one, with Last-Event-ID: -1 from the"
                    + " founding on. The event's name is its type, its data the JSON of the log,"
                    + " its id its offset there.")
    @APIResponse(
            responseCode = "200",
            description = "A stream that does not end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class)))
    public Multi<OutboundSseEvent> follow(
            UUID commonsId,
            @HeaderParam("Last-Event-ID") @Pattern(regexp = "-1|[0-9]{1,18}") String lastEventId) {
        CommonsId id = new CommonsId(commonsId);
        OptionalLong after = lastEventId == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(lastEventId));
        return Heartbeats.beside(followCommons.follow(id, after).map(this::event), sse);
    }

    private OutboundSseEvent event(PublicEvent event) {
        return sse.newEventBuilder()
                .id(Long.toString(event.place().offset()))
                .name(event.type())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(event.data())
                .build();
    }
}
