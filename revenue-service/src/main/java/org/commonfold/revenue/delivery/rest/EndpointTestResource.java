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

import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.revenue.delivery.application.EndpointOfPartner;
import org.commonfold.revenue.delivery.application.TestEndpoint;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.domain.Rejection;
import org.commonfold.revenue.rest.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

@Path("/partners/{partnerId}/endpoints/{endpointId}/test")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
@Tag(name = "Endpoints")
class EndpointTestResource {

    private final TestEndpoint testEndpoint;
    private final EndpointPlaces places;
    private final Commands commands;
    private final Caller caller;

    EndpointTestResource(
            TestEndpoint testEndpoint, EndpointPlaces places, Commands commands, Caller caller) {
        this.testEndpoint = testEndpoint;
        this.places = places;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Send a sample to an endpoint",
            description =
                    "As any other message, but for a field test: true beside the type. The body"
                            + " may be left out.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Uni<Response> test(
            UUID partnerId,
            UUID endpointId,
            @Valid TestRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        EndpointOfPartner place = places.allowed(partnerId, endpointId);
        TestRequest asked = Objects.requireNonNullElse(body, TestRequest.OF_ANY_TYPE);
        Optional<EventType> type = Optional.ofNullable(asked.eventType())
                .map(name -> EventType.named(name)
                        .orElseThrow(() -> Refusals.problemOf(Rejection.UNKNOWN_EVENT_TYPE)));
        return commands.once(
                Keyed.of(caller, key, here, asked),
                () -> testEndpoint
                        .test(place, type)
                        .map(Refusals::accepted)
                        .map(DeliveryResource::accepted));
    }
}
