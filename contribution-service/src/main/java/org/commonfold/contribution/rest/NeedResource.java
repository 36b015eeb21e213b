package org.commonfold.contribution.rest;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_NEED;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.commonfold.contribution.application.CloseNeed;
import org.commonfold.contribution.application.Needs;
import org.commonfold.contribution.application.StepBackFromNeed;
import org.commonfold.contribution.application.TakeUpNeed;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Need;
import org.commonfold.contribution.domain.NeedId;
import org.commonfold.contribution.domain.Person;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;
import java.util.function.LongPredicate;

@Path("/needs/{needId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Needs")
class NeedResource {

    private final TakeUpNeed takeUpNeed;
    private final StepBackFromNeed stepBackFromNeed;
    private final CloseNeed closeNeed;
    private final Needs needs;
    private final Commands commands;
    private final Caller caller;

    NeedResource(
            TakeUpNeed takeUpNeed,
            StepBackFromNeed stepBackFromNeed,
            CloseNeed closeNeed,
            Needs needs,
            Commands commands,
            Caller caller) {
        this.takeUpNeed = takeUpNeed;
        this.stepBackFromNeed = stepBackFromNeed;
        this.closeNeed = closeNeed;
        this.needs = needs;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(summary = "Read a need")
    @APIResponse(
            responseCode = "200",
            description = "The need",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Uni<Response> read(UUID needId) {
        return needs.find(new NeedId(needId))
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_NEED)))
                .map(found -> answer(found).toResponse());
    }

    @POST
    @Path("/take-up")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Take up a need",
            description = "Whoever wants to, and several if they do. Once more changes nothing.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = NoBody.class), example = "{}"))
    @APIResponse(
            responseCode = "200",
            description = "You have taken it up",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Uni<Response> takeUp(UUID needId, @Valid NoBody nothing) {
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> takeUpNeed
                .takeUp(new NeedId(needId), who)
                .map(Refusals::accepted)
                .map(NeedResource::answer));
    }

    @DELETE
    @Path("/take-up")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Step back from a need",
            description = "It is left to others. Who worked on a closed need stays named there.")
    @APIResponse(responseCode = "204", description = "You have stepped back")
    public Uni<Response> stepBack(UUID needId) {
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> stepBackFromNeed
                        .stepBack(new NeedId(needId), who)
                        .map(Refusals::accepted)
                        .map(NeedResource::answer))
                .replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/closure")
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.STEWARD})
    @Operation(
            summary = "Close a need with the contribution that met it",
            description = "By who opened it, or a steward of its commons, with any work of this"
                    + " commons; by who took it up with a work of their own. If-Match names the"
                    + " version read. Once more with the same work changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "It is closed",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Uni<Response> close(
            UUID needId,
            @NotNull @Valid CloseNeedRequest body,
            @HeaderParam(IfMatch.HEADER)
                    @Pattern(regexp = IfMatch.PATTERN)
                    @Parameter(required = true)
                    String ifMatch) {
        Person who = People.of(caller);
        ContributionId work = new ContributionId(body.contributionId());
        LongPredicate expected = IfMatch.required(ifMatch);
        return commands.run(() -> closeNeed
                .close(new NeedId(needId), work, who, expected)
                .map(Refusals::accepted)
                .map(NeedResource::answer));
    }

    private static Answer answer(Need need) {
        return Answer.ok(NeedView.of(need)).withVersion(need.changeCount());
    }
}
