package org.commonfold.payout.ledger.rest;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.payout.ledger.application.Balance;
import org.commonfold.payout.ledger.application.Balances;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;

@Path("/contributors/{contributorId}/balances")
@Tag(name = "Balances", description = "What each contributor has earned")
class BalancesResource {

    private static final String ME = "me";

    private final Balances balances;
    private final Caller caller;

    BalancesResource(Balances balances, Caller caller) {
        this.balances = balances;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.TREASURER})
    @Operation(
            summary = "What a contributor has",
            description = "One's own (`me`), or anybody's for a treasurer. Over all commons.")
    public Uni<ContributorBalancesView> read(
            @NotNull @Pattern(regexp = Caller.ID_PATTERN) String contributorId) {
        String id = contributorId.equals(ME) ? caller.id() : contributorId;
        if (!id.equals(caller.id()) && !caller.hasRole(Roles.TREASURER)) {
            throw new ForbiddenException("These are somebody else's balances");
        }
        return balances.of("contributor:" + id)
                .map(rows -> new ContributorBalancesView(id, views(rows)));
    }

    private static List<BalanceView> views(List<Balance> rows) {
        return rows.stream().map(BalanceView::of).toList();
    }
}
