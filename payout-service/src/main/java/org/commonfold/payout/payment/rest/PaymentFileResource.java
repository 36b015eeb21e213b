package org.commonfold.payout.payment.rest;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.identity.Roles;
import org.commonfold.payout.payment.application.FetchPaymentFile;
import org.commonfold.payout.payment.domain.PaymentFile;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestMulti;

import java.util.List;
import java.util.Map;
import java.util.UUID;

@Path("/payout-runs/{runId}/pain.001")
@Tag(name = "Payout runs")
class PaymentFileResource {

    private final FetchPaymentFile fetchPaymentFile;
    private final Mutiny.SessionFactory sessions;

    PaymentFileResource(FetchPaymentFile fetchPaymentFile, Mutiny.SessionFactory sessions) {
        this.fetchPaymentFile = fetchPaymentFile;
        this.sessions = sessions;
    }

    @GET
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "Fetch the file for the bank",
            description = "ISO 20022, pain.001.001.09. The same bytes, however often; but not for"
                    + " the first time after its execution date has passed (UTC). From the"
                    + " first time on the run cannot be cancelled: only the bank's report says"
                    + " what becomes of its payments.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "409",
            description = "Not approved, cancelled, or restored from the log")
    public Multi<byte[]> fetch(UUID runId) {
        PayoutRunId id = new PayoutRunId(runId);
        return RestMulti.fromUniResponse(
                sessions.withTransaction(session -> fetchPaymentFile.open(id))
                        .map(Refusals::accepted),
                fetchPaymentFile::content,
                PaymentFileResource::headers);
    }

    /** Or else the framework would fetch the file for it, and the run could not be cancelled. */
    @HEAD
    @Produces(MediaType.APPLICATION_XML)
    @RolesAllowed(Roles.TREASURER)
    @Operation(hidden = true)
    public Uni<Response> look(UUID runId) {
        return fetchPaymentFile
                .look(new PayoutRunId(runId))
                .map(Refusals::accepted)
                .map(run -> Response.ok().type(MediaType.APPLICATION_XML).build());
    }

    private static Map<String, List<String>> headers(PaymentFile file) {
        String name = "pain.001-" + file.run().id() + ".xml";
        return Map.of(
                HttpHeaders.CONTENT_DISPOSITION,
                List.of("attachment; filename=\"" + name + "\""),
                HttpHeaders.CACHE_CONTROL,
                List.of("no-store"));
    }
}
