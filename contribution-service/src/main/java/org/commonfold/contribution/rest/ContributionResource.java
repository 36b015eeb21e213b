package org.commonfold.contribution.rest;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_CONTRIBUTION;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.commonfold.contribution.application.Contributions;
import org.commonfold.contribution.application.WithdrawContribution;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/contributions/{contributionId}")
@Tag(name = "Contributions", description = "The works published in a commons")
class ContributionResource {

    private final WithdrawContribution withdrawContribution;
    private final Contributions contributions;
    private final Commands commands;
    private final Caller caller;

    ContributionResource(
            WithdrawContribution withdrawContribution,
            Contributions contributions,
            Commands commands,
            Caller caller) {
        this.withdrawContribution = withdrawContribution;
        this.contributions = contributions;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(summary = "Read a contribution")
    @APIResponse(
            responseCode = "200",
            description = "The contribution",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = ContributionView.class)))
    public Uni<Response> read(UUID contributionId) {
        return contributions
                .find(new ContributionId(contributionId))
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_CONTRIBUTION)))
                .map(found -> answer(found).toResponse());
    }

    @POST
    @Path("/withdrawal")
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.STEWARD})
    @Operation(
            summary = "Withdraw a contribution",
            description = "By an author or a steward. It earns nothing from then on.")
    @APIResponse(
            responseCode = "200",
            description = "It is withdrawn",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = ContributionView.class)))
    public Uni<Response> withdraw(UUID contributionId) {
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> withdrawContribution
                .withdraw(new ContributionId(contributionId), who)
                .map(Refusals::accepted)
                .map(ContributionResource::answer));
    }

    private static Answer answer(Contribution contribution) {
        return Answer.ok(ContributionView.of(contribution)).withVersion(contribution.eventCount());
    }
}
