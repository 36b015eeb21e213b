package org.commonfold.payout.ledger.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Multi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.stream.Heartbeats;
import org.commonfold.payout.ledger.application.Balance;
import org.commonfold.payout.ledger.application.LiveBalances;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

@Path("/contributors/{contributorId}/balances/stream")
@Tag(name = "Balances")
class LiveBalancesResource {

    private static final int ID_BYTES = 8;
    private static final String ID_PATTERN = "[0-9a-f]{16}";

    private final LiveBalances balances;
    private final WhoseBalances whose;
    private final ObjectMapper json;
    private final Sse sse;

    LiveBalancesResource(LiveBalances balances, WhoseBalances whose, ObjectMapper json, Sse sse) {
        this.balances = balances;
        this.whose = whose;
        this.json = json;
        this.sse = sse;
    }

    @GET
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.TREASURER})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "Follow what a contributor has",
            description = "Server-sent events, one's own (`me`) or anybody's for a treasurer. Each"
                    + " is named `balances` and has all of them, as reading them once has: at once,"
                    + " and whenever they have changed. Its id stands for what it says: with it as"
                    + " Last-Event-ID, there is none before something else is true.")
    @APIResponse(
            responseCode = "200",
            description = "A stream that does not end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "503", description = "Too many streams at once")
    public Multi<OutboundSseEvent> follow(
            @NotNull @Pattern(regexp = Caller.ID_PATTERN) String contributorId,
            @HeaderParam("Last-Event-ID")
                    @Pattern(regexp = ID_PATTERN)
                    @Parameter(example = "9f86d081884c7d65")
                    String lastEventId) {
        String id = whose.named(contributorId);
        String owner = "contributor:" + id;
        if (!balances.hasRoom(owner)) {
            throw Refusals.tooManyStreams();
        }
        Multi<OutboundSseEvent> events = balances.of(owner)
                .map(rows -> event(id, rows))
                .skip()
                .first(event -> event.getId().equals(lastEventId));
        return Heartbeats.beside(events, sse);
    }

    private OutboundSseEvent event(String contributorId, List<Balance> rows) {
        String data = write(ContributorBalancesView.of(contributorId, rows));
        return sse.newEventBuilder()
                .id(digest(data))
                .name("balances")
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(data)
                .build();
    }

    private String write(ContributorBalancesView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(String data) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256")
                    .digest(data.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
