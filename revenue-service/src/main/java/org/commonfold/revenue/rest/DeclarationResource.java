package org.commonfold.revenue.rest;

import io.smallrye.mutiny.Uni;

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

import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.revenue.application.Commonses;
import org.commonfold.revenue.application.DeclareRevenue;
import org.commonfold.revenue.application.Revenues;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Rejection;
import org.commonfold.revenue.domain.Revenue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@Path("/commons/{commonsId}/revenues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Revenues", description = "What partners pay for the use of a commons")
class DeclarationResource {

    private final DeclareRevenue declareRevenue;
    private final Commonses commonses;
    private final Revenues revenues;
    private final CallingPartner callingPartner;
    private final Commands commands;

    DeclarationResource(
            DeclareRevenue declareRevenue,
            Commonses commonses,
            Revenues revenues,
            CallingPartner callingPartner,
            Commands commands) {
        this.declareRevenue = declareRevenue;
        this.commonses = commonses;
        this.revenues = revenues;
        this.callingPartner = callingPartner;
        this.commands = commands;
    }

    @POST
    @RolesAllowed(Roles.PARTNER)
    @Operation(
            summary = "Declare revenue",
            description = "The same reference with the same content gives the first answer again.")
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = RevenueView.class)))
    public Uni<Response> declare(
            UUID commonsId,
            @NotNull @Valid DeclareRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        CommonsId id = new CommonsId(commonsId);
        Declaration declaration = body.toDeclaration();
        PartnerId partnerId = callingPartner.named();
        // The partner and not the person has the key: what is declared is the partner's.
        return commands.once(
                new Keyed("partner/" + partnerId, key, here.getPath(), body),
                () -> declareRevenue
                        .declare(id, partnerId, declaration)
                        .map(Refusals::accepted)
                        .map(RevenueAnswers::declared));
    }

    @GET
    @RolesAllowed({Roles.PARTNER, Roles.TREASURER, Roles.OPERATOR})
    @Operation(
            summary = "List the revenues of a commons",
            description = "A partner sees its own, a treasurer or operator all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = RevenuePage.class)))
    public Uni<Response> list(
            UUID commonsId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        CommonsId id = new CommonsId(commonsId);
        return callingPartner
                .outlook()
                .chain(whose -> commonses
                        .known(List.of(id))
                        .invoke(DeclarationResource::requireKnown)
                        .chain(() -> page(id, whose, request)))
                .map(page -> page.toResponse(here));
    }

    private static void requireKnown(Set<CommonsId> found) {
        if (found.isEmpty()) {
            throw Refusals.problemOf(Rejection.UNKNOWN_COMMONS);
        }
    }

    private Uni<Page<RevenueView>> page(
            CommonsId id, Optional<PartnerId> whose, PageRequest request) {
        return revenues.list(id, whose, request.after(), request.limit() + 1)
                .map(rows -> Page.of(rows, request, DeclarationResource::id, RevenueView::of));
    }

    private static UUID id(Revenue revenue) {
        return revenue.id().value();
    }
}
