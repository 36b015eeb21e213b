package org.commonfold.revenue.rest;

import static org.commonfold.revenue.domain.Rejection.UNKNOWN_PARTNER;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.kit.precondition.IfMatch;
import org.commonfold.revenue.application.ChangePartner;
import org.commonfold.revenue.application.Partners;
import org.commonfold.revenue.application.RegisterPartner;
import org.commonfold.revenue.domain.Partner;
import org.commonfold.revenue.domain.PartnerId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;
import java.util.function.LongPredicate;

@Path("/partners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Partners", description = "Who pays, and the secrets they sign with")
class PartnerResource {

    private final RegisterPartner registerPartner;
    private final ChangePartner changePartner;
    private final Partners partners;
    private final CallingPartner callingPartner;
    private final Commands commands;
    private final Caller caller;

    PartnerResource(
            RegisterPartner registerPartner,
            ChangePartner changePartner,
            Partners partners,
            CallingPartner callingPartner,
            Commands commands,
            Caller caller) {
        this.registerPartner = registerPartner;
        this.changePartner = changePartner;
        this.partners = partners;
        this.callingPartner = callingPartner;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Register a partner",
            description = "Its tokens carry the answer's partnerId as the claim partner_id.")
    @APIResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = PartnerView.class)))
    public Uni<Response> register(
            @NotNull @Valid RegisterPartnerRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        return commands.once(
                Keyed.of(caller, key, here, body),
                () -> registerPartner.register(body.name()).map(PartnerResource::registered));
    }

    private static Answer registered(Partner partner) {
        return Answer.created("/v1/partners/" + partner.id(), PartnerView.of(partner))
                .withVersion(partner.version());
    }

    private static Answer standing(Partner partner) {
        return Answer.ok(PartnerView.of(partner)).withVersion(partner.version());
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Operation(summary = "List the partners", description = "In the order of registration.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = PartnerPage.class)))
    public Uni<Response> list(@Valid @BeanParam PageRequest request, @Context UriInfo here) {
        return partners.list(request.after(), request.limit() + 1)
                .map(rows -> Page.of(rows, request, PartnerResource::id, PartnerView::of))
                .map(page -> page.toResponse(here));
    }

    private static UUID id(Partner partner) {
        return partner.id().value();
    }

    @GET
    @Path("/{partnerId}")
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(summary = "Read a partner", description = "By itself or an operator.")
    @APIResponse(
            responseCode = "200",
            description = "The partner",
            content = @Content(schema = @Schema(implementation = PartnerView.class)))
    public Uni<Response> read(UUID partnerId) {
        PartnerId id = new PartnerId(partnerId);
        callingPartner.requireItselfOrOperator(id);
        return partners.find(id)
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_PARTNER)))
                .map(partner -> standing(partner).toResponse());
    }

    @PATCH
    @Path("/{partnerId}")
    @RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
    @Operation(
            summary = "Agree that revenue is public, or no longer",
            description = "By the partner itself or an operator. Without it, the public summary of"
                    + " a commons has what it pays only together with what others pay.")
    @APIResponse(
            responseCode = "200",
            description = "The partner",
            content = @Content(schema = @Schema(implementation = PartnerView.class)))
    public Uni<Response> change(
            UUID partnerId,
            @NotNull @Valid ChangePartnerRequest body,
            @HeaderParam(IfMatch.HEADER)
                    @Pattern(regexp = IfMatch.PATTERN)
                    @Parameter(required = true)
                    String ifMatch) {
        PartnerId id = new PartnerId(partnerId);
        callingPartner.requireItselfOrOperator(id);
        LongPredicate isExpected = IfMatch.required(ifMatch);
        return commands.run(() -> changePartner
                .change(id, body.publishesRevenue(), isExpected)
                .map(Refusals::accepted)
                .map(PartnerResource::standing));
    }
}
