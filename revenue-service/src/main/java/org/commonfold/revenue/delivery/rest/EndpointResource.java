package org.commonfold.revenue.delivery.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.precondition.IfMatch;
import org.commonfold.revenue.delivery.application.ChangeEndpoint;
import org.commonfold.revenue.delivery.application.EndpointOfPartner;
import org.commonfold.revenue.delivery.application.FindEndpoint;
import org.commonfold.revenue.delivery.application.RemoveEndpoint;
import org.commonfold.revenue.rest.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;
import java.util.function.LongPredicate;

@Path("/partners/{partnerId}/endpoints/{endpointId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
@Tag(name = "Endpoints")
class EndpointResource {

    private final FindEndpoint findEndpoint;
    private final ChangeEndpoint changeEndpoint;
    private final RemoveEndpoint removeEndpoint;
    private final EndpointViews views;
    private final EndpointPlaces places;
    private final Commands commands;

    EndpointResource(
            FindEndpoint findEndpoint,
            ChangeEndpoint changeEndpoint,
            RemoveEndpoint removeEndpoint,
            EndpointViews views,
            EndpointPlaces places,
            Commands commands) {
        this.findEndpoint = findEndpoint;
        this.changeEndpoint = changeEndpoint;
        this.removeEndpoint = removeEndpoint;
        this.views = views;
        this.places = places;
        this.commands = commands;
    }

    @GET
    @Operation(summary = "Read an endpoint", description = "Its secret is not shown again.")
    @APIResponse(
            responseCode = "200",
            description = "The endpoint",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    public Uni<Response> read(UUID partnerId, UUID endpointId) {
        return findEndpoint
                .find(places.allowed(partnerId, endpointId))
                .map(Refusals::accepted)
                .chain(views::answer)
                .map(Answer::toResponse);
    }

    @PATCH
    @Operation(
            summary = "Change an endpoint, or disable and enable it",
            description = "What is left out stays as it is.")
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    public Uni<Response> change(
            UUID partnerId,
            UUID endpointId,
            @NotNull @Valid ChangeEndpointRequest body,
            @HeaderParam(IfMatch.HEADER)
                    @Pattern(regexp = IfMatch.PATTERN)
                    @Parameter(required = true)
                    String ifMatch) {
        EndpointOfPartner place = places.allowed(partnerId, endpointId);
        LongPredicate expected = IfMatch.required(ifMatch);
        return commands.run(() -> changeEndpoint
                .change(place, body.toChange(), expected)
                .map(Refusals::accepted)
                .chain(views::answer));
    }

    @DELETE
    @Operation(
            summary = "Delete an endpoint",
            description = "With its secrets, and all that was or was to be sent to it.")
    @APIResponse(responseCode = "204", description = "It is gone")
    public Uni<Response> remove(
            UUID partnerId,
            UUID endpointId,
            @HeaderParam(IfMatch.HEADER)
                    @Pattern(regexp = IfMatch.PATTERN)
                    @Parameter(required = true)
                    String ifMatch) {
        EndpointOfPartner place = places.allowed(partnerId, endpointId);
        LongPredicate expected = IfMatch.required(ifMatch);
        return commands.run(() -> removeEndpoint
                        .remove(place, expected)
                        .map(Refusals::accepted)
                        .map(removed -> Answer.ok(null)))
                .replaceWith(() -> Response.noContent().build());
    }
}
