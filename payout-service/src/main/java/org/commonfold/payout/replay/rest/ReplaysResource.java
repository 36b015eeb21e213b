package org.commonfold.payout.replay.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.problem.Problems;
import org.commonfold.payout.replay.application.Replays;
import org.commonfold.payout.replay.application.StartReplay;
import org.commonfold.payout.replay.domain.Replay;
import org.commonfold.payout.replay.domain.ReplayId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/ledger/replays")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Replays", description = "The ledger beside what the log says, from the beginning")
class ReplaysResource {

    private final StartReplay startReplay;
    private final Replays replays;
    private final Commands commands;
    private final Caller caller;

    ReplaysResource(StartReplay startReplay, Replays replays, Commands commands, Caller caller) {
        this.startReplay = startReplay;
        this.replays = replays;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Start a replay",
            description = "Folds the log again, up to where the ledger has read it, and compares"
                    + " the hash of every entry, the chains and every balance. It changes nothing"
                    + " and goes on by itself. One runs at a time: another is 409"
                    + " (`replay-running`).")
    @APIResponse(
            responseCode = "201",
            description = "It runs",
            content = @Content(schema = @Schema(implementation = ReplayView.class)))
    public Uni<Response> start(
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        String operator = caller.id();
        return commands.once(
                Keyed.of(caller, key, here, null),
                () -> startReplay
                        .start(operator)
                        .map(started -> started.orElseThrow(ReplaysResource::running))
                        .map(ReplaysResource::started));
    }

    private static Answer started(Replay replay) {
        return Answer.created("/v1/ledger/replays/" + replay.id(), ReplayView.of(replay));
    }

    private static RuntimeException running() {
        return Problems.problem(409, "replay-running", "Another replay runs");
    }

    @GET
    @Path("/{replayId}")
    @Operation(
            summary = "Read a replay",
            description = "How far it is, or what came of it: `equal`, `different`, or `failed`,"
                    + " which says nothing about the ledger.")
    public Uni<ReplayView> read(UUID replayId) {
        return replays.find(new ReplayId(replayId))
                .map(found -> found.orElseThrow(() -> Problems.notFound("There is no such replay")))
                .map(ReplayView::of);
    }
}
