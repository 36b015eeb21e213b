package org.commonfold.revenue.rest;

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
import org.commonfold.revenue.application.Outcome;
import org.commonfold.revenue.application.ReceiveRevenue;
import org.commonfold.revenue.application.Revenues;
import org.commonfold.revenue.application.VoidRevenue;
import org.commonfold.revenue.domain.Money;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Receipt;
import org.commonfold.revenue.domain.Rejection;
import org.commonfold.revenue.domain.Revenue;
import org.commonfold.revenue.domain.RevenueId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.Optional;
import java.util.UUID;

@Path("/revenues/{revenueId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Revenues", description = "What partners pay for the use of a commons")
class RevenueResource {

    private final ReceiveRevenue receiveRevenue;
    private final VoidRevenue voidRevenue;
    private final Revenues revenues;
    private final RevenueDetails details;
    private final CallingPartner callingPartner;
    private final Commands commands;
    private final Caller caller;

    RevenueResource(
            ReceiveRevenue receiveRevenue,
            VoidRevenue voidRevenue,
            Revenues revenues,
            RevenueDetails details,
            CallingPartner callingPartner,
            Commands commands,
            Caller caller) {
        this.receiveRevenue = receiveRevenue;
        this.voidRevenue = voidRevenue;
        this.revenues = revenues;
        this.details = details;
        this.callingPartner = callingPartner;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PARTNER, Roles.TREASURER, Roles.OPERATOR})
    @Operation(
            summary = "Read a revenue",
            description = "By the partner that declared it, a treasurer or an operator.")
    @APIResponse(
            responseCode = "200",
            description = "The revenue",
            content = @Content(schema = @Schema(implementation = RevenueDetailView.class)))
    public Uni<Response> read(UUID revenueId) {
        return callingPartner
                .outlook()
                .chain(whose ->
                        revenues.find(new RevenueId(revenueId)).map(found -> visible(found, whose)))
                .chain(details::answer)
                .map(Answer::toResponse);
    }

    private static Revenue visible(Optional<Revenue> found, Optional<PartnerId> whose) {
        return found.filter(revenue -> whose.isEmpty() || whose.get().equals(revenue.partnerId()))
                .orElseThrow(() -> Refusals.problemOf(Rejection.UNKNOWN_REVENUE));
    }

    @POST
    @Path("/receipts")
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "Confirm that all or a part of it has arrived",
            description = "The same reference and amount again gives the first answer again.")
    @APIResponse(
            responseCode = "201",
            description = "Confirmed",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public Uni<Response> receive(
            UUID revenueId,
            @NotNull @Valid ReceiptRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        RevenueId id = new RevenueId(revenueId);
        Money amount = body.amount().toMoney();
        return commands.once(
                Keyed.of(caller, key, here, body),
                () -> receiveRevenue
                        .receive(id, amount, body.reference())
                        .map(Refusals::accepted)
                        .map(RevenueResource::received));
    }

    private static Answer received(Outcome<Receipt> outcome) {
        ReceiptView view = ReceiptView.of(outcome.result());
        // Without a Location: a receipt is read as a part of its revenue.
        Answer answer = new Answer(Response.Status.CREATED.getStatusCode(), null, null, view);
        return outcome.isReplay() ? answer.asReplay() : answer;
    }

    @POST
    @Path("/voiding")
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "Void a revenue",
            description = "What has not arrived is owed no more. Repeating it changes nothing, the"
                    + " reason neither.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = VoidingRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "It is voided",
            content = @Content(schema = @Schema(implementation = RevenueView.class)))
    public Uni<Response> annul(UUID revenueId, @Valid VoidingRequest body) {
        String by = caller.id();
        String reason = body == null ? null : body.reason();
        return commands.run(() -> voidRevenue
                .annul(new RevenueId(revenueId), by, reason)
                .map(Refusals::accepted)
                .map(RevenueAnswers::standing));
    }
}
