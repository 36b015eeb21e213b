package org.commonfold.revenue.delivery.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.commonfold.revenue.application.Partners;
import org.commonfold.revenue.delivery.application.CreateEndpoint;
import org.commonfold.revenue.delivery.application.Endpoints;
import org.commonfold.revenue.delivery.application.KeyedEndpoint;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Rejection;
import org.commonfold.revenue.rest.CallingPartner;
import org.commonfold.revenue.rest.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/partners/{partnerId}/endpoints")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
@Tag(name = "Endpoints", description = "Where partners are told of what happens")
class EndpointsResource {

    private final CreateEndpoint createEndpoint;
    private final Partners partners;
    private final Endpoints endpoints;
    private final EndpointViews views;
    private final CallingPartner callingPartner;
    private final Commands commands;
    private final Caller caller;

    EndpointsResource(
            CreateEndpoint createEndpoint,
            Partners partners,
            Endpoints endpoints,
            EndpointViews views,
            CallingPartner callingPartner,
            Commands commands,
            Caller caller) {
        this.createEndpoint = createEndpoint;
        this.partners = partners;
        this.endpoints = endpoints;
        this.views = views;
        this.callingPartner = callingPartner;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Be told of what happens",
            description = "Of what happens from now on. At most ten endpoints a partner.")
    @APIResponse(
            responseCode = "201",
            description = "The endpoint, with the secret to verify what it gets",
            content = @Content(schema = @Schema(implementation = EndpointWithSecretView.class)))
    public Uni<Response> create(
            UUID partnerId,
            @NotNull @Valid CreateEndpointRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        PartnerId id = new PartnerId(partnerId);
        callingPartner.requireItselfOrOperator(id);
        return commands.once(
                        Keyed.of(caller, key, here, body),
                        () -> createEndpoint
                                .create(id, body.toSettings())
                                .map(Refusals::accepted)
                                .chain(this::created))
                .chain(views::withSecret);
    }

    private Uni<Answer> created(KeyedEndpoint keyed) {
        Endpoint endpoint = keyed.endpoint();
        String location =
                "/v1/partners/%s/endpoints/%s".formatted(endpoint.partnerId(), endpoint.id());
        return views.withoutSecret(keyed)
                .map(view -> Answer.created(location, view).withVersion(endpoint.version()));
    }

    @GET
    @Operation(summary = "List a partner's endpoints", description = "The oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = EndpointList.class)))
    public Uni<Response> list(UUID partnerId) {
        PartnerId id = new PartnerId(partnerId);
        callingPartner.requireItselfOrOperator(id);
        return partners.find(id)
                .invoke(found ->
                        found.orElseThrow(() -> Refusals.problemOf(Rejection.UNKNOWN_PARTNER)))
                .chain(() -> endpoints.of(id))
                .chain(views::list)
                .map(list -> Response.ok(list).build());
    }
}
