package org.commonfold.contribution.rest;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_CONTRIBUTION;
import static org.commonfold.contribution.domain.Rejection.UNKNOWN_REAPPORTIONMENT;

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

import org.commonfold.contribution.application.Contributions;
import org.commonfold.contribution.application.ReapportionAuthors;
import org.commonfold.contribution.application.Reapportionments;
import org.commonfold.contribution.domain.Author;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Reapportionment;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.UUID;

@Path("/contributions/{contributionId}/reapportionments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Authors", description = "Who shares in a contribution, and how much")
class ReapportionmentsResource {

    private final ReapportionAuthors reapportionAuthors;
    private final Reapportionments reapportionments;
    private final Contributions contributions;
    private final Commands commands;
    private final Caller caller;

    ReapportionmentsResource(
            ReapportionAuthors reapportionAuthors,
            Reapportionments reapportionments,
            Contributions contributions,
            Commands commands,
            Caller caller) {
        this.reapportionAuthors = reapportionAuthors;
        this.reapportionments = reapportionments;
        this.contributions = contributions;
        this.commands = commands;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Propose other authors or shares",
            description =
                    "By an author: to renounce a share, to add an author, to weigh anew. It is"
                            + " in force once all authors have confirmed, and those who would"
                            + " become one; whoever proposes does.")
    @APIResponse(
            responseCode = "201",
            description = "Proposed, or adopted where there is one author only",
            content = @Content(schema = @Schema(implementation = ReapportionmentView.class)))
    public Uni<Response> propose(
            UUID contributionId,
            @NotNull @Valid ReapportionRequest body,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        ContributionId id = new ContributionId(contributionId);
        ContributorId who = new ContributorId(caller.id());
        List<Author> authors = body.authors().stream().map(AuthorJson::toAuthor).toList();
        return commands.once(
                Keyed.of(caller, key, here, body),
                () -> reapportionAuthors
                        .propose(id, authors, who)
                        .map(Refusals::accepted)
                        .map(ReapportionmentsResource::proposed));
    }

    private static Answer proposed(Reapportionment proposal) {
        String location = "/v1/contributions/" + proposal.contributionId() + "/reapportionments/"
                + proposal.id();
        return Answer.created(location, ReapportionmentView.of(proposal))
                .withVersion(proposal.version());
    }

    @GET
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "List the reapportionments of a contribution")
    @APIResponse(
            responseCode = "200",
            description = "A page of them, the first first",
            content = @Content(schema = @Schema(implementation = ReapportionmentPage.class)))
    public Uni<Response> list(
            UUID contributionId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        ContributionId id = new ContributionId(contributionId);
        return contributions
                .find(id)
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_CONTRIBUTION)))
                .chain(() -> reapportionments.list(id, request.after(), request.limit() + 1))
                .map(rows -> Page.of(rows, request, Reapportionment::id, ReapportionmentView::of))
                .map(page -> page.toResponse(here));
    }

    @GET
    @Path("/{reapportionmentId}")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(summary = "Read a reapportionment")
    @APIResponse(
            responseCode = "200",
            description = "The reapportionment",
            content = @Content(schema = @Schema(implementation = ReapportionmentView.class)))
    public Uni<Response> read(UUID contributionId, UUID reapportionmentId) {
        return reapportionments
                .find(new ContributionId(contributionId), reapportionmentId)
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_REAPPORTIONMENT)))
                .map(one -> answer(one).toResponse());
    }

    @POST
    @Path("/{reapportionmentId}/confirmation")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Confirm a reapportionment",
            description = "By an author, or who would become one. The last one to confirm puts it"
                    + " into force.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = NoBody.class), example = "{}"))
    @APIResponse(
            responseCode = "200",
            description = "Confirmed",
            content = @Content(schema = @Schema(implementation = ReapportionmentView.class)))
    public Uni<Response> confirm(
            UUID contributionId, UUID reapportionmentId, @Valid NoBody nothing) {
        ContributionId id = new ContributionId(contributionId);
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> answer(reapportionAuthors.confirm(id, reapportionmentId, who)));
    }

    @POST
    @Path("/{reapportionmentId}/refusal")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Refuse a reapportionment",
            description = "By any author, or who would become one; that settles it.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = NoBody.class), example = "{}"))
    @APIResponse(
            responseCode = "200",
            description = "Refused",
            content = @Content(schema = @Schema(implementation = ReapportionmentView.class)))
    public Uni<Response> refuse(
            UUID contributionId, UUID reapportionmentId, @Valid NoBody nothing) {
        ContributionId id = new ContributionId(contributionId);
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> answer(reapportionAuthors.refuse(id, reapportionmentId, who)));
    }

    private static Uni<Answer> answer(Uni<Decision<Reapportionment>> decision) {
        return decision.map(Refusals::accepted).map(ReapportionmentsResource::answer);
    }

    private static Answer answer(Reapportionment one) {
        return Answer.ok(ReapportionmentView.of(one)).withVersion(one.version());
    }
}
