package org.commonfold.payout.payment.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.application.PayoutAccounts;
import org.commonfold.payout.payment.application.SetPayoutAccount;
import org.commonfold.payout.payment.domain.Rejection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/contributors/me/payout-account")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payout accounts", description = "Where contributors want their money")
class PayoutAccountResource {

    private final SetPayoutAccount setPayoutAccount;
    private final PayoutAccounts accounts;
    private final Commands commands;
    private final Caller caller;

    PayoutAccountResource(
            SetPayoutAccount setPayoutAccount,
            PayoutAccounts accounts,
            Commands commands,
            Caller caller) {
        this.setPayoutAccount = setPayoutAccount;
        this.accounts = accounts;
        this.commands = commands;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Say where your payouts go",
            description = "An IBAN, and its holder. Both are kept sealed."
                    + " A payout prepared for a former account, and not approved yet, is left out"
                    + " of its run. The same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Your account, masked",
            content = @Content(schema = @Schema(implementation = PayoutAccountView.class)))
    public Uni<Response> put(@NotNull @Valid PayoutAccountRequest body) {
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> setPayoutAccount
                .set(who, body.iban(), body.holder())
                .map(Refusals::accepted)
                .map(account -> Answer.ok(PayoutAccountView.of(account))));
    }

    @GET
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Read where your payouts go")
    @APIResponse(
            responseCode = "200",
            description = "Your account, masked",
            content = @Content(schema = @Schema(implementation = PayoutAccountView.class)))
    public Uni<PayoutAccountView> read() {
        return accounts.find(new ContributorId(caller.id()))
                .map(found ->
                        found.orElseThrow(() -> Refusals.problemOf(Rejection.NO_PAYOUT_ACCOUNT)))
                .map(PayoutAccountView::of);
    }

    @DELETE
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Have no payouts",
            description = "What you earn adds up until you name an account again.")
    @APIResponse(responseCode = "204", description = "There is no account")
    public Uni<Response> remove() {
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> accounts.remove(who).map(PayoutAccountResource::removed))
                .replaceWith(() -> Response.noContent().build());
    }

    private static Answer removed(boolean wasThere) {
        if (!wasThere) {
            throw Refusals.problemOf(Rejection.NO_PAYOUT_ACCOUNT);
        }
        return Answer.ok(null);
    }
}
