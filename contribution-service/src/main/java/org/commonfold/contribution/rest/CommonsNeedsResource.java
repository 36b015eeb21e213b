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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.contribution.application.Commonses;
import org.commonfold.contribution.application.Needs;
import org.commonfold.contribution.application.OpenNeed;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Need;
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

@Path("/commons/{commonsId}/needs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Needs", description = "The tasks of a commons, which people share out freely")
class CommonsNeedsResource {

    private final OpenNeed openNeed;
    private final Commonses commonses;
    private final Needs needs;
    private final Commands commands;
    private final Caller caller;

    CommonsNeedsResource(
            OpenNeed openNeed, Commonses commonses, Needs needs, Commands commands, Caller caller) {
        this.openNeed = openNeed;
        this.commonses = commonses;
        this.needs = needs;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Open a need", description = "A task that anyone may take up.")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = NeedView.class)))
    public Uni<Response> open(
            UUID commonsId,
            @NotNull @Valid OpenNeedRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        ContributorId who = new ContributorId(caller.id());
        return commands.once(
                Keyed.of(caller, key, here, body),
                () -> openNeed.open(new CommonsId(commonsId), body.toTask(), who)
                        .map(Refusals::accepted)
                        .map(CommonsNeedsResource::opened));
    }

    private static Answer opened(Need need) {
        return Answer.created("/v1/needs/" + need.id(), NeedView.of(need))
                .withVersion(need.changeCount());
    }

    @GET
    @PermitAll
    @Operation(
            summary = "List the needs of a commons",
            description = "All, or those that take a skill, or those in a state.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = NeedPage.class)))
    public Uni<Response> list(
            UUID commonsId,
            @Valid @BeanParam NeedFilter filter,
            @Valid @BeanParam PageRequest request,
            @Context UriInfo here) {
        CommonsId id = new CommonsId(commonsId);
        return commonses
                .find(id)
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_COMMONS)))
                .chain(() ->
                        needs.list(id, filter.toFilter(), request.after(), request.limit() + 1))
                .map(rows -> Page.of(rows, request, one -> one.id().value(), NeedView::of))
                .map(page -> page.toResponse(here));
    }
}
