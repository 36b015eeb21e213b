package org.commonfold.payout.payment.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
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
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.payout.payment.application.PayoutRuns;
import org.commonfold.payout.payment.application.PreparePayoutRun;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Terms;
import org.commonfold.payout.payment.domain.Total;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

@Path("/payout-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payout runs", description = "How money leaves: prepared by one, approved by another")
class PayoutRunsResource {

    private final PreparePayoutRun preparePayoutRun;
    private final PayoutRuns runs;
    private final Commands commands;
    private final Caller caller;
    private final Clock clock;

    PayoutRunsResource(
            PreparePayoutRun preparePayoutRun,
            PayoutRuns runs,
            Commands commands,
            Caller caller,
            Clock clock) {
        this.preparePayoutRun = preparePayoutRun;
        this.runs = runs;
        this.commands = commands;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "Prepare a payout run",
            description = "It would pay everybody who has a payout account and the minimum"
                    + " available over all commons, rounded down to the currency's minor unit; the"
                    + " rest stays. At most 20 000 people, by contributor id: the others are for"
                    + " the next run. Nothing moves yet.")
    @APIResponse(
            responseCode = "201",
            description = "Prepared",
            content = @Content(schema = @Schema(implementation = PayoutRunView.class)))
    public Uni<Response> prepare(
            @NotNull @Valid PayoutRunRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        String treasurer = caller.id();
        return commands.once(
                Keyed.of(caller, key, here, body),
                // Then, and not before: of a request that is repeated the day after, the date has
                // passed, and its first answer still stands.
                () -> prepare(terms(body), treasurer));
    }

    private Terms terms(PayoutRunRequest body) {
        return Refusals.accepted(Terms.of(
                body.currency(), body.minimum(), body.executionDate(), LocalDate.now(clock)));
    }

    private Uni<Answer> prepare(Terms terms, String treasurer) {
        return preparePayoutRun
                .prepare(terms, treasurer)
                .map(Refusals::accepted)
                .chain(run -> runs.totals(List.of(run.id())).map(totals -> prepared(run, totals)));
    }

    private static Answer prepared(PayoutRun run, Map<PayoutRunId, List<Total>> totals) {
        return Answer.created("/v1/payout-runs/" + run.id(), view(run, totals));
    }

    @GET
    @RolesAllowed(Roles.TREASURER)
    @Operation(summary = "List the payout runs", description = "In the order of preparation.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = PayoutRunPage.class)))
    public Uni<Response> list(@Valid @BeanParam PageRequest request, @Context UriInfo here) {
        return runs.list(request.after(), request.limit() + 1)
                .chain(rows -> runs.totals(rows.stream().map(PayoutRun::id).toList())
                        .map(totals -> Page.of(
                                rows, request, run -> run.id().value(), run -> view(run, totals))))
                .map(page -> page.toResponse(here));
    }

    static PayoutRunView view(PayoutRun run, Map<PayoutRunId, List<Total>> totals) {
        return PayoutRunView.of(run, totals.getOrDefault(run.id(), List.of()));
    }
}
