package org.commonfold.contribution.rest;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_CONTRIBUTION;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
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
import org.commonfold.contribution.application.Library;
import org.commonfold.contribution.application.ReviseContribution;
import org.commonfold.contribution.application.WithdrawContribution;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributionVersion;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Person;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;
import java.util.function.LongPredicate;

@Path("/contributions/{contributionId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contributions", description = "The works published in a commons")
class ContributionResource {

    private final WithdrawContribution withdrawContribution;
    private final ReviseContribution reviseContribution;
    private final Contributions contributions;
    private final Library library;
    private final Commands commands;
    private final Caller caller;

    ContributionResource(
            WithdrawContribution withdrawContribution,
            ReviseContribution reviseContribution,
            Contributions contributions,
            Library library,
            Commands commands,
            Caller caller) {
        this.withdrawContribution = withdrawContribution;
        this.reviseContribution = reviseContribution;
        this.contributions = contributions;
        this.library = library;
        this.commands = commands;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read a contribution",
            description = "With its versions and what it is derived from and used by, directly.")
    @APIResponse(
            responseCode = "200",
            description = "The contribution",
            content = @Content(schema = @Schema(implementation = ContributionDetailView.class)))
    public Uni<Response> read(UUID contributionId) {
        ContributionId id = new ContributionId(contributionId);
        return known(id)
                .chain(contribution -> contributions
                        .versions(id, 0, ContributionDetailView.LIST_MAX)
                        .chain(versions -> library.downstreamOf(id, ContributionDetailView.LIST_MAX)
                                .map(downstream -> ContributionDetailView.of(
                                        contribution, versions, downstream)))
                        .map(detail -> Response.ok(detail)
                                .tag(tag(contribution, detail))
                                .build()));
    }

    /** What derives from it is shown but is no change of it: If-Match looks at the first number. */
    private static String tag(Contribution contribution, ContributionDetailView detail) {
        int downstream = detail.downstream().size();
        return contribution.eventCount() + (downstream == 0 ? "" : "-" + downstream);
    }

    @GET
    @Path("/versions")
    @PermitAll
    @Operation(summary = "List the versions of a contribution", description = "The first first.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = ContributionVersionPage.class)))
    public Uni<Response> versions(
            UUID contributionId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        ContributionId id = new ContributionId(contributionId);
        int after = request.after(Integer::valueOf).orElse(0);
        return known(id)
                .chain(() -> contributions.versions(id, after, request.limit() + 1))
                .map(rows -> Page.of(
                        rows, request, ContributionVersion::version, ContributionVersionView::of))
                .map(page -> page.toResponse(here));
    }

    @GET
    @Path("/lineage")
    @PermitAll
    @Operation(
            summary = "Read the lineage of a contribution",
            description = "All it builds on and all that builds on it, as a graph to draw.")
    @APIResponse(
            responseCode = "200",
            description = "The graph",
            content = @Content(schema = @Schema(implementation = LineageView.class)))
    public Uni<LineageView> lineage(UUID contributionId) {
        ContributionId id = new ContributionId(contributionId);
        return known(id)
                .chain(() -> library.lineageOf(id))
                .map(lineage -> LineageView.of(contributionId, lineage));
    }

    private Uni<Contribution> known(ContributionId id) {
        return contributions
                .find(id)
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_CONTRIBUTION)));
    }

    @POST
    @Path("/revisions")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Revise a contribution",
            description = "By an author, who names the version read in If-Match. Ratings stay.")
    @APIResponse(
            responseCode = "201",
            description = "Its new version",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Uni<Response> revise(
            UUID contributionId,
            @NotNull @Valid ReviseRequest body,
            @HeaderParam(IfMatch.HEADER)
                    @Pattern(regexp = IfMatch.PATTERN)
                    @Parameter(required = true)
                    String ifMatch,
            @HeaderParam(Keyed.HEADER) @Pattern(regexp = Keyed.PATTERN) String key,
            @Context UriInfo here) {
        ContributionId id = new ContributionId(contributionId);
        ContributorId who = new ContributorId(caller.id());
        LongPredicate expected = IfMatch.required(ifMatch);
        return commands.once(
                Keyed.of(caller, key, here, body),
                () -> reviseContribution
                        .revise(id, body.toVersion(), who, expected)
                        .map(Refusals::accepted)
                        .map(ContributionResource::revised));
    }

    private static Answer revised(Contribution contribution) {
        String location = "/v1/contributions/" + contribution.id();
        return Answer.created(location, ContributionView.of(contribution))
                .withVersion(contribution.eventCount());
    }

    @POST
    @Path("/withdrawal")
    @RolesAllowed({Roles.CONTRIBUTOR, Roles.STEWARD})
    @Operation(
            summary = "Withdraw a contribution",
            description = "By an author or a steward. It earns nothing from then on.")
    @RequestBody(
            required = false,
            content = @Content(schema = @Schema(implementation = NoBody.class), example = "{}"))
    @APIResponse(
            responseCode = "200",
            description = "It is withdrawn",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Uni<Response> withdraw(UUID contributionId, @Valid NoBody nothing) {
        Person who = People.of(caller);
        return commands.run(() -> withdrawContribution
                .withdraw(new ContributionId(contributionId), who)
                .map(Refusals::accepted)
                .map(ContributionResource::answer));
    }

    private static Answer answer(Contribution contribution) {
        return Answer.ok(ContributionView.of(contribution)).withVersion(contribution.eventCount());
    }
}
