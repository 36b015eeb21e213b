package org.commonfold.payout.statement.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.ledger.rest.WhoseBalances;
import org.commonfold.payout.statement.application.ReadStatement;
import org.commonfold.payout.statement.domain.Period;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/contributors/{contributorId}/statement")
@Produces({MediaType.APPLICATION_JSON, StatementFormats.CSV, StatementFormats.PDF})
@Tag(name = "Balances")
class StatementResource {

    private final ReadStatement readStatement;
    private final StatementFormats formats;
    private final WhoseBalances whose;

    StatementResource(ReadStatement readStatement, StatementFormats formats, WhoseBalances whose) {
        this.readStatement = readStatement;
        this.formats = formats;
        this.whose = whose;
    }

    @GET
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.TREASURER})
    @Operation(
            summary = "What a contributor earned and was paid",
            description = "One's own (`me`), or anybody's for a treasurer, over all commons, by"
                    + " currency: what there was before the period, every entry in it, and what"
                    + " there was after it. That adds up to the micro, and one period closes as"
                    + " the next one opens. A period has 366 days at most, and a statement 20000"
                    + " movements (422 beyond). One that is not over yet closes with what there"
                    + " is now. `Accept` says whether it comes as JSON, CSV or PDF.")
    @APIResponse(
            responseCode = "200",
            description = "The statement",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementView.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = StatementFormats.PDF,
                        schema = @Schema(implementation = String.class, format = "binary"))
            })
    @APIResponse(responseCode = "422", description = "No such period, or too much in it")
    public Uni<Response> read(
            @NotNull @Pattern(regexp = Caller.ID_PATTERN) String contributorId,
            @Valid @BeanParam PeriodQuery query,
            @Context Request http) {
        String id = whose.named(contributorId);
        MediaType wanted = StatementFormats.wantedBy(http);
        Period period = query.toPeriod(readStatement.today());
        return readStatement
                .read(new ContributorId(id), period)
                .map(found -> found.orElseThrow(Refusals::tooManyLines))
                .chain(statement -> formats.response(statement, wanted));
    }
}
