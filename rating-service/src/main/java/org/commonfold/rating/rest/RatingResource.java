package org.commonfold.rating.rest;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.rating.application.Contributions;
import org.commonfold.rating.application.Outcome;
import org.commonfold.rating.application.RateContribution;
import org.commonfold.rating.application.Ratings;
import org.commonfold.rating.application.RetractRating;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Proposal;
import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.Rejection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.UUID;

@Path("/contributions/{contributionId}/ratings")
@Tag(name = "Ratings", description = "What peers find the contributions worth")
class RatingResource {

    private final RateContribution rateContribution;
    private final RetractRating retractRating;
    private final Contributions contributions;
    private final Ratings ratings;
    private final Commands commands;
    private final Caller caller;

    RatingResource(
            RateContribution rateContribution,
            RetractRating retractRating,
            Contributions contributions,
            Ratings ratings,
            Commands commands,
            Caller caller) {
        this.rateContribution = rateContribution;
        this.retractRating = retractRating;
        this.contributions = contributions;
        this.ratings = ratings;
        this.commands = commands;
        this.caller = caller;
    }

    @PUT
    @Path("/mine")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Rate a contribution, or revise the rating",
            description = "By the criteria of the charter in force; never by one of its authors."
                    + " The comment is shown to you alone.")
    @APIResponse(
            responseCode = "201",
            description = "Rated",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = RatingView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Revised, or the same as before",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = RatingView.class)))
    public Uni<Response> rate(
            UUID contributionId,
            @NotNull @Valid RatingRequest body,
            @HeaderParam(IfMatch.HEADER) @Pattern(regexp = IfMatch.PATTERN) String ifMatch) {
        Proposal proposal = new Proposal(
                new ContributionId(contributionId),
                new ContributorId(caller.id()),
                body.toOpinion(),
                body.comment(),
                IfMatch.of(ifMatch));
        return commands.run(() -> rateContribution
                .rate(proposal)
                .map(Refusals::accepted)
                .map(RatingResource::answer));
    }

    private static Answer answer(Outcome outcome) {
        Rating rating = outcome.rating();
        RatingView view = RatingView.of(rating, rating.raterId());
        String location = "/v1/contributions/" + rating.contributionId() + "/ratings/mine";
        Answer answer = outcome.isNew() ? Answer.created(location, view) : Answer.ok(view);
        return answer.withVersion(rating.revision());
    }

    @DELETE
    @Path("/mine")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Retract a rating",
            description = "The contribution is valued as if you had not rated it.")
    @APIResponse(responseCode = "204", description = "It is retracted")
    public Uni<Response> retract(
            UUID contributionId,
            @HeaderParam(IfMatch.HEADER) @Pattern(regexp = IfMatch.PATTERN) String ifMatch) {
        ContributionId id = new ContributionId(contributionId);
        ContributorId who = new ContributorId(caller.id());
        return commands.run(() -> retractRating
                        .retract(id, who, IfMatch.of(ifMatch))
                        .map(Refusals::accepted)
                        .map(rating -> Answer.ok(RatingView.of(rating, who))))
                .replaceWith(() -> Response.noContent().build());
    }

    @GET
    @Authenticated
    @Operation(
            summary = "List the ratings of a contribution",
            description = "Of the comments, you see your own.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON,
                            schema = @Schema(implementation = RatingPage.class)))
    public Uni<Response> list(
            UUID contributionId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        ContributionId id = new ContributionId(contributionId);
        ContributorId reader = new ContributorId(caller.id());
        return contributions
                .find(id)
                .invoke(found -> orRefuse(found.isPresent(), Rejection.UNKNOWN_CONTRIBUTION))
                .chain(() -> ratings.list(id, request.after(), request.limit() + 1))
                .map(rows -> page(rows, request, reader).toResponse(here));
    }

    private static Page<RatingView> page(
            List<Rating> rows, PageRequest request, ContributorId reader) {
        return Page.of(rows, request, one -> one.id().value(), one -> RatingView.of(one, reader));
    }

    private static void orRefuse(boolean isFine, Rejection otherwise) {
        if (!isFine) {
            throw Refusals.problemOf(otherwise);
        }
    }
}
