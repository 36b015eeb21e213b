package org.commonfold.payout.payment.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.payout.payment.application.ApprovePayoutRun;
import org.commonfold.payout.payment.application.CancelPayoutRun;
import org.commonfold.payout.payment.application.PayoutRuns;
import org.commonfold.payout.payment.application.Payouts;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Rejection;
import org.commonfold.payout.payment.domain.Transfer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.UUID;

@Path("/payout-runs/{runId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payout runs")
class PayoutRunResource {

    private final ApprovePayoutRun approvePayoutRun;
    private final CancelPayoutRun cancelPayoutRun;
    private final PayoutRuns runs;
    private final Payouts payouts;
    private final Commands commands;
    private final Caller caller;

    PayoutRunResource(
            ApprovePayoutRun approvePayoutRun,
            CancelPayoutRun cancelPayoutRun,
            PayoutRuns runs,
            Payouts payouts,
            Commands commands,
            Caller caller) {
        this.approvePayoutRun = approvePayoutRun;
        this.cancelPayoutRun = cancelPayoutRun;
        this.runs = runs;
        this.payouts = payouts;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.TREASURER)
    @Operation(summary = "Read a payout run", description = "Its state, and what it comes to.")
    @APIResponse(
            responseCode = "200",
            description = "The run",
            content = @Content(schema = @Schema(implementation = PayoutRunView.class)))
    public Uni<Response> read(UUID runId) {
        return run(runId).chain(this::standing).map(Answer::toResponse);
    }

    @GET
    @Path("/payments")
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "List what a payout run pays",
            description = "Or would pay, while it is only prepared. Accounts are masked.")
    @APIResponse(
            responseCode = "200",
            description = "A page of its payments",
            content = @Content(schema = @Schema(implementation = PaymentPage.class)))
    public Uni<Response> payments(
            UUID runId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        return run(runId)
                .chain(run -> payouts.list(run.id(), request.after(), request.limit() + 1)
                        .map(rows -> page(run, rows, request)))
                .map(page -> page.toResponse(here));
    }

    private static Page<PaymentView> page(PayoutRun run, List<Transfer> rows, PageRequest request) {
        return Page.of(
                rows,
                request,
                row -> row.payout().id(),
                row -> PaymentView.of(row, run.terms().currency()));
    }

    @POST
    @Path("/approval")
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "Approve a payout run",
            description = "By another treasurer than its author. Reserves the money, all of it or"
                    + " none. Who no longer has enough, or no longer that account, is left out."
                    + " Repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "It is approved",
            content = @Content(schema = @Schema(implementation = PayoutRunView.class)))
    public Uni<Response> approve(UUID runId) {
        String treasurer = caller.id();
        PayoutRunId id = new PayoutRunId(runId);
        return Contention.tryAgain(() -> commands.run(() -> approvePayoutRun
                .approve(id, treasurer)
                .map(Refusals::accepted)
                .chain(this::standing)));
    }

    @POST
    @Path("/cancellation")
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "Cancel a payout run",
            description = "As long as its file was not fetched. What was reserved is available"
                    + " again. Repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "It is cancelled",
            content = @Content(schema = @Schema(implementation = PayoutRunView.class)))
    public Uni<Response> cancel(UUID runId) {
        PayoutRunId id = new PayoutRunId(runId);
        return Contention.tryAgain(() -> commands.run(
                () -> cancelPayoutRun.cancel(id).map(Refusals::accepted).chain(this::standing)));
    }

    private Uni<PayoutRun> run(UUID runId) {
        return runs.find(new PayoutRunId(runId))
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(Rejection.UNKNOWN_RUN)));
    }

    private Uni<Answer> standing(PayoutRun run) {
        return runs.totals(List.of(run.id()))
                .map(totals -> Answer.ok(PayoutRunsResource.view(run, totals)));
    }
}
