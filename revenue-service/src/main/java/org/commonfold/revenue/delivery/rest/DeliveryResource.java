package org.commonfold.revenue.delivery.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Roles;
import org.commonfold.revenue.delivery.application.Deliveries;
import org.commonfold.revenue.delivery.application.FindDelivery;
import org.commonfold.revenue.delivery.application.Redeliver;
import org.commonfold.revenue.delivery.domain.Delivery;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.rest.CallingPartner;
import org.commonfold.revenue.rest.Refusals;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.net.URI;
import java.util.UUID;

@Path("/deliveries/{deliveryId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPERATOR, Roles.PARTNER})
@Tag(name = "Deliveries")
class DeliveryResource {

    private final FindDelivery findDelivery;
    private final Redeliver redeliver;
    private final Deliveries deliveries;
    private final CallingPartner callingPartner;
    private final Commands commands;

    DeliveryResource(
            FindDelivery findDelivery,
            Redeliver redeliver,
            Deliveries deliveries,
            CallingPartner callingPartner,
            Commands commands) {
        this.findDelivery = findDelivery;
        this.redeliver = redeliver;
        this.deliveries = deliveries;
        this.callingPartner = callingPartner;
        this.commands = commands;
    }

    @GET
    @Operation(
            summary = "Read a delivery with every attempt",
            description = "By the partner that it is for, or an operator.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery",
            content = @Content(schema = @Schema(implementation = DeliveryDetailView.class)))
    public Uni<Response> read(UUID deliveryId) {
        return callingPartner
                .unlessOperator()
                .chain(whose -> findDelivery.find(new DeliveryId(deliveryId), whose))
                .map(Refusals::accepted)
                .chain(this::detail)
                .map(Answer::toResponse);
    }

    private Uni<Answer> detail(Delivery delivery) {
        return deliveries
                .attempts(delivery.id())
                .map(attempts -> Answer.ok(DeliveryDetailView.of(delivery, attempts)));
    }

    @POST
    @Path("/redelivery")
    @Operation(
            summary = "Send a message once more",
            description = "At once and, should that fail, by the whole schedule again, under the"
                    + " same webhook-id. Whether it arrived before makes no difference.")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Uni<Response> sendAgain(UUID deliveryId) {
        DeliveryId id = new DeliveryId(deliveryId);
        return callingPartner
                .unlessOperator()
                .chain(whose -> commands.run(() -> redeliver
                        .redeliver(id, whose)
                        .map(Refusals::accepted)
                        .map(DeliveryResource::accepted)));
    }

    /** For what is sent some time after the answer. */
    static Answer accepted(Delivery delivery) {
        return new Answer(
                Response.Status.ACCEPTED.getStatusCode(),
                URI.create("/v1/deliveries/" + delivery.id()),
                null,
                DeliveryView.of(delivery));
    }
}
