package org.commonfold.payout.ledger.rest;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Multi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;

import org.commonfold.kit.identity.Roles;
import org.commonfold.payout.ledger.application.Balance;
import org.commonfold.payout.ledger.application.Balances;
import org.commonfold.payout.ledger.application.TooManyReaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

import java.util.List;
import java.util.Map;

/** Lines of JSON, whatever is asked for: that is why no media type is stated here. */
@Path("/ledger")
@Tag(name = "Ledger", description = "The books, for the treasurer")
class LedgerResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final int LINES_AT_ONCE = 200;

    private final Balances balances;
    private final ObjectMapper json;

    LedgerResource(Balances balances, ObjectMapper json) {
        this.balances = balances;
        this.json = json;
    }

    @GET
    @Path("/balances")
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "All balances there are",
            description = "One line an owner and currency, sorted by both; nobody with nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The balances",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = STRING)))
    @APIResponse(responseCode = "503", description = "Too many read everything at once")
    public RestMulti<String> balances() {
        return RestMulti.fromUniResponse(
                balances.all().onFailure(TooManyReaders.class).transform(Refusals::tryLater),
                this::lines,
                rows -> Map.of(HttpHeaders.CONTENT_TYPE, List.of(NDJSON)));
    }

    private Multi<String> lines(Multi<Balance> rows) {
        Multi<String> pieces = rows.map(row -> line(LedgerBalanceView.of(row)))
                .group()
                .intoLists()
                .of(LINES_AT_ONCE)
                .map(lines -> String.join("", lines));
        // Of nothing, too, there is an answer.
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(""), pieces);
    }

    private String line(LedgerBalanceView view) {
        try {
            return json.writeValueAsString(view) + '\n';
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
