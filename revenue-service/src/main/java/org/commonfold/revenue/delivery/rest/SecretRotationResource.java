package org.commonfold.revenue.delivery.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
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
import org.commonfold.revenue.delivery.application.EndpointOfPartner;
import org.commonfold.revenue.delivery.application.RotateKeys;
import org.commonfold.revenue.rest.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/partners/{partnerId}/endpoints/{endpointId}/secret-rotation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
@Tag(name = "Endpoints")
class SecretRotationResource {

    private final RotateKeys rotateKeys;
    private final EndpointViews views;
    private final EndpointPlaces places;
    private final Commands commands;
    private final Caller caller;

    SecretRotationResource(
            RotateKeys rotateKeys,
            EndpointViews views,
            EndpointPlaces places,
            Commands commands,
            Caller caller) {
        this.rotateKeys = rotateKeys;
        this.views = views;
        this.places = places;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Get new secrets for an endpoint",
            description =
                    "For 24 hours messages carry the signatures of the former ones too, unless"
                            + " they are revoked. At most five secrets sign at a time.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = RotationRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "The endpoint, with its new secret",
            content = @Content(schema = @Schema(implementation = EndpointWithSecretView.class)))
    public Uni<Response> rotate(
            UUID partnerId,
            UUID endpointId,
            @Valid RotationRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        EndpointOfPartner place = places.allowed(partnerId, endpointId);
        boolean revokesFormer = body != null && Boolean.TRUE.equals(body.revokesFormer());
        return commands.once(
                        Keyed.of(caller, key, here, body),
                        () -> rotateKeys
                                .rotate(place, revokesFormer)
                                .map(Refusals::accepted)
                                .chain(views::withoutSecret)
                                .map(Answer::ok))
                .chain(views::withSecret);
    }
}
