package org.commonfold.payout.ledger.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.payout.ledger.application.Balances;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/contributors/{contributorId}/balances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Balances", description = "What each contributor has earned")
class BalancesResource {

    private final Balances balances;
    private final WhoseBalances whose;

    BalancesResource(Balances balances, WhoseBalances whose) {
        this.balances = balances;
        this.whose = whose;
    }

    @GET
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.TREASURER})
    @Operation(
            summary = "What a contributor has",
            description = "One's own (`me`), or anybody's for a treasurer. Over all commons.")
    public Uni<ContributorBalancesView> read(
            @NotNull @Pattern(regexp = Caller.ID_PATTERN) String contributorId) {
        String id = whose.named(contributorId);
        return balances.of("contributor:" + id).map(rows -> ContributorBalancesView.of(id, rows));
    }
}
