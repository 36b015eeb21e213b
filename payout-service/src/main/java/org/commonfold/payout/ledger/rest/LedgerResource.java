package org.commonfold.payout.ledger.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.commonfold.kit.identity.Roles;
import org.commonfold.payout.ledger.application.Balance;
import org.commonfold.payout.ledger.application.Balances;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;

@Path("/ledger")
@Tag(name = "Ledger", description = "The books, for the treasurer")
class LedgerResource {

    private static final String NDJSON = "application/x-ndjson";

    private final Balances balances;
    private final ObjectMapper json;

    LedgerResource(Balances balances, ObjectMapper json) {
        this.balances = balances;
        this.json = json;
    }

    @GET
    @Path("/balances")
    @Produces(NDJSON)
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            summary = "All balances there are",
            description = "One line an owner and currency, sorted by both; nobody with nothing.")
    public Uni<String> balances() {
        return balances.all().map(this::lines);
    }

    private String lines(List<Balance> rows) {
        StringBuilder lines = new StringBuilder();
        for (Balance row : rows) {
            lines.append(line(LedgerBalanceView.of(row))).append('\n');
        }
        return lines.toString();
    }

    private String line(LedgerBalanceView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
