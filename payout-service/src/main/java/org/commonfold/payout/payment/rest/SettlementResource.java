package org.commonfold.payout.payment.rest;

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
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.payout.payment.application.PayoutRuns;
import org.commonfold.payout.payment.application.SettlePayoutRun;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.UUID;

@Path("/payout-runs/{runId}/settlement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payout runs")
class SettlementResource {

    private final SettlePayoutRun settlePayoutRun;
    private final PayoutRuns runs;
    private final Commands commands;
    private final Caller caller;

    SettlementResource(
            SettlePayoutRun settlePayoutRun, PayoutRuns runs, Commands commands, Caller caller) {
        this.settlePayoutRun = settlePayoutRun;
        this.runs = runs;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "Say what became of a payout run that no bank speaks of",
            description = "When its file was fetched and never reached a bank, or the bank's"
                    + " reports leave payments open. It counts, for all payments still reserved,"
                    + " as soon as another treasurer says the same; whoever says otherwise starts"
                    + " anew. What a bank reports later as paid, and was returned so, is refused.")
    @APIResponse(
            responseCode = "200",
            description = "The run, and who says what of it",
            content = @Content(schema = @Schema(implementation = PayoutRunView.class)))
    @APIResponse(responseCode = "409", description = "Not fetched, or nothing is reserved")
    public Uni<Response> settle(UUID runId, @NotNull @Valid SettlementRequest body) {
        PayoutRunId id = new PayoutRunId(runId);
        Payout.State outcome = Payout.State.of(body.outcome());
        String treasurer = caller.id();
        return Contention.tryAgain(() -> commands.run(() -> settlePayoutRun
                .settle(id, outcome, treasurer)
                .map(Refusals::accepted)
                .chain(this::standing)));
    }

    private Uni<Answer> standing(PayoutRun run) {
        return runs.totals(List.of(run.id()))
                .map(totals -> Answer.ok(PayoutRunsResource.view(run, totals)));
    }
}
