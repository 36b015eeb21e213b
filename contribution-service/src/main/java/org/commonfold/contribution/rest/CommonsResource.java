package org.commonfold.contribution.rest;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_COMMONS;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.contribution.application.Commonses;
import org.commonfold.contribution.application.FoundCommons;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/commons")
@Tag(name = "Commons", description = "Commons and their charters")
class CommonsResource {

    private final FoundCommons foundCommons;
    private final Commonses commonses;
    private final Commands commands;
    private final Caller caller;

    CommonsResource(
            FoundCommons foundCommons, Commonses commonses, Commands commands, Caller caller) {
        this.foundCommons = foundCommons;
        this.commonses = commonses;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.STEWARD)
    @Operation(summary = "Found a commons", description = "Whoever founds it is its steward.")
    @APIResponse(
            responseCode = "201",
            description = "Founded",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = CommonsView.class)))
    public Uni<Response> found(
            @NotNull @Valid FoundCommonsRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        ContributorId founder = new ContributorId(caller.id());
        return commands.once(
                Keyed.of(caller, key, here, body),
                () -> foundCommons
                        .found(body.name(), body.charter().toCharter(), founder)
                        .map(Refusals::accepted)
                        .map(CommonsResource::founded));
    }

    private static Answer founded(Commons commons) {
        return Answer.created("/v1/commons/" + commons.id(), CommonsView.of(commons))
                .withVersion(commons.charterVersion());
    }

    private static Answer answer(Commons commons) {
        return Answer.ok(CommonsView.of(commons)).withVersion(commons.charterVersion());
    }

    @GET
    @PermitAll
    @Operation(summary = "List the commons")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = CommonsPage.class)))
    public Uni<Response> list(@Valid @BeanParam PageRequest request, @Context UriInfo here) {
        return commonses
                .list(request.after(), request.limit() + 1)
                .map(rows -> Page.of(rows, request, one -> one.id().value(), CommonsView::of))
                .map(page -> page.toResponse(here));
    }

    @GET
    @Path("/{commonsId}")
    @PermitAll
    @Operation(summary = "Read a commons and its charter")
    @APIResponse(
            responseCode = "200",
            description = "The commons",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = CommonsView.class)))
    public Uni<Response> read(UUID commonsId) {
        return commonses
                .find(new CommonsId(commonsId))
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_COMMONS)))
                .map(commons -> answer(commons).toResponse());
    }
}
