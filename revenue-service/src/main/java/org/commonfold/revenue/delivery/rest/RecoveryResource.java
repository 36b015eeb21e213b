package org.commonfold.revenue.delivery.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Roles;
import org.commonfold.revenue.delivery.application.EndpointOfPartner;
import org.commonfold.revenue.delivery.application.RecoverDeliveries;
import org.commonfold.revenue.rest.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/partners/{partnerId}/endpoints/{endpointId}/recovery")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
@Tag(name = "Deliveries")
class RecoveryResource {

    private final RecoverDeliveries recoverDeliveries;
    private final EndpointPlaces places;
    private final Commands commands;

    RecoveryResource(
            RecoverDeliveries recoverDeliveries, EndpointPlaces places, Commands commands) {
        this.recoverDeliveries = recoverDeliveries;
        this.places = places;
        this.commands = commands;
    }

    @POST
    @Operation(
            summary = "Send once more what never arrived",
            description = "What failed or was cancelled since then, the oldest first, at most"
                    + " 10000 a call. Asking again takes the next; what is on its way already is"
                    + " not begun twice.")
    @APIResponse(
            responseCode = "200",
            description = "How many are on their way",
            content = @Content(schema = @Schema(implementation = RecoveryView.class)))
    public Uni<Response> recover(
            UUID partnerId, UUID endpointId, @NotNull @Valid RecoveryRequest body) {
        EndpointOfPartner place = places.allowed(partnerId, endpointId);
        return commands.run(() -> recoverDeliveries
                .recover(place, body.since())
                .map(Refusals::accepted)
                .map(recovery -> Answer.ok(RecoveryView.of(recovery))));
    }
}
