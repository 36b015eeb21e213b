package org.commonfold.contribution.rest;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.contribution.application.AmendCharter;
import org.commonfold.contribution.application.Commonses;
import org.commonfold.contribution.application.FoundCommons;
import org.commonfold.contribution.domain.CharterVersion;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Person;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;
import java.util.function.LongPredicate;

@Path("/commons")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commons", description = "Commons and their charters")
class CommonsResource {

    private final FoundCommons foundCommons;
    private final AmendCharter amendCharter;
    private final Commonses commonses;
    private final Commands commands;
    private final Caller caller;

    CommonsResource(
            FoundCommons foundCommons,
            AmendCharter amendCharter,
            Commonses commonses,
            Commands commands,
            Caller caller) {
        this.foundCommons = foundCommons;
        this.amendCharter = amendCharter;
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
            content = @Content(schema = @Schema(implementation = CommonsView.class)))
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
            content = @Content(schema = @Schema(implementation = CommonsPage.class)))
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
            content = @Content(schema = @Schema(implementation = CommonsView.class)))
    public Uni<Response> read(UUID commonsId) {
        return known(new CommonsId(commonsId)).map(commons -> answer(commons).toResponse());
    }

    private Uni<Commons> known(CommonsId id) {
        return commonses
                .find(id)
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_COMMONS)));
    }

    @PUT
    @Path("/{commonsId}/charter")
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "Amend the charter",
            description = "By one of its stewards, who names the charter version read in If-Match."
                    + " It applies from its place in the log on.")
    @APIResponse(
            responseCode = "200",
            description = "The commons under its new charter",
            content = @Content(schema = @Schema(implementation = CommonsView.class)))
    public Uni<Response> amend(
            UUID commonsId,
            @NotNull @Valid CharterRequest body,
            @HeaderParam(IfMatch.HEADER)
                    @Pattern(regexp = IfMatch.PATTERN)
                    @Parameter(required = true)
                    String ifMatch) {
        CommonsId id = new CommonsId(commonsId);
        Person who = People.of(caller);
        LongPredicate expected = IfMatch.required(ifMatch);
        return commands.run(() -> amendCharter
                .amend(id, body.toCharter(), who, expected)
                .map(Refusals::accepted)
                .map(CommonsResource::answer));
    }

    @GET
    @Path("/{commonsId}/charter/versions")
    @PermitAll
    @Operation(
            summary = "List the charters a commons has had",
            description = "Each with when and by whom it was adopted, and from which place in the"
                    + " log it applies.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them, the founding charter first",
            content = @Content(schema = @Schema(implementation = CharterVersionPage.class)))
    public Uni<Response> charters(
            UUID commonsId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        CommonsId id = new CommonsId(commonsId);
        int after = request.after(Integer::valueOf).orElse(0);
        return known(id)
                .chain(() -> commonses.charters(id, after, request.limit() + 1))
                .map(rows ->
                        Page.of(rows, request, CharterVersion::version, CharterVersionView::of))
                .map(page -> page.toResponse(here));
    }
}
