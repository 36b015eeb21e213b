package org.commonfold.payout.payment.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.problem.InvalidField;
import org.commonfold.kit.problem.Problems;
import org.commonfold.payout.payment.application.StatusReports;
import org.commonfold.payout.payment.application.TakeStatusReport;
import org.commonfold.payout.payment.domain.ReportError;
import org.commonfold.payout.payment.domain.StatusReport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

@Path("/payout-statuses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payout runs")
class PayoutStatusResource {

    private static final int ERRORS_SHOWN_MAX = 100;

    private final StatusReports statusReports;
    private final TakeStatusReport takeStatusReport;
    private final Commands commands;
    private final Caller caller;

    PayoutStatusResource(
            StatusReports statusReports,
            TakeStatusReport takeStatusReport,
            Commands commands,
            Caller caller) {
        this.statusReports = statusReports;
        this.takeStatusReport = takeStatusReport;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "Hand in a bank's report",
            description = "ISO 20022, pain.002.001.10, at most 1 MiB; what is longer comes in"
                    + " several, each with a message id of its own. ACSP, ACSC, ACCC, ACWP, ACPD"
                    + " and CPUC count as paid; RJCT and CANC as returned, after paid too; RCVD,"
                    + " PDNG, ACTC, ACCP, ACFC, ACWC, PART, PATC, ACIS, BLCK and PRES change"
                    + " nothing. A payment has the status of its line, else of its instruction,"
                    + " else of the whole file. The same report again changes nothing. One that"
                    + " names what was not in the file, another amount or sum, or as paid what was"
                    + " returned, or whose instruction and file contradict each other, is refused"
                    + " as a whole.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "200",
            description = "What came of it",
            content = @Content(schema = @Schema(implementation = StatusReportView.class)))
    public Uni<Response> take(byte[] body) {
        byte[] bytes = body == null ? new byte[0] : body;
        TakeStatusReport.Received received =
                new TakeStatusReport.Received(read(bytes), sha256(bytes), caller.id());
        return Contention.tryAgain(() -> commands.run(() -> takeStatusReport
                .take(received)
                .map(Refusals::accepted)
                .map(PayoutStatusResource::answer)));
    }

    private StatusReport read(byte[] bytes) {
        StatusReports.Reading reading = statusReports.read(bytes);
        if (reading instanceof StatusReports.Reading.Read read) {
            return read.report();
        }
        String detail = ((StatusReports.Reading.Unreadable) reading).detail();
        throw Problems.problem(400, "malformed-report", detail);
    }

    private static Answer answer(TakeStatusReport.Taken taken) {
        if (!taken.errors().isEmpty()) {
            throw refused(taken.errors());
        }
        Answer answer = Answer.ok(StatusReportView.of(taken.report()));
        return taken.isReplay() ? answer.asReplay() : answer;
    }

    private static HttpProblem refused(List<ReportError> errors) {
        String detail = errors.size() + " statements do not fit the file; nothing was changed";
        List<InvalidField> shown = errors.stream()
                .limit(ERRORS_SHOWN_MAX)
                .map(error -> new InvalidField(error.place(), error.problem()))
                .toList();
        return HttpProblem.builder(Problems.problem(422, "report-does-not-fit", detail))
                .with("errors", shown)
                .build();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
