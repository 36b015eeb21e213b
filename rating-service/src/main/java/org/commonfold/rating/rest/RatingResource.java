package org.commonfold.rating.rest;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.kit.precondition.IfMatch;
import org.commonfold.rating.application.Outcome;
import org.commonfold.rating.application.RateContribution;
import org.commonfold.rating.application.ReadRatings;
import org.commonfold.rating.application.RetractRating;
import org.commonfold.rating.application.ShownRatings;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Proposal;
import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.Reader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

@Path("/contributions/{contributionId}/ratings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ratings", description = "What peers find the contributions worth")
class RatingResource {

    private final RateContribution rateContribution;
    private final RetractRating retractRating;
    private final ReadRatings readRatings;
    private final Commands commands;
    private final Caller caller;

    RatingResource(
            RateContribution rateContribution,
            RetractRating retractRating,
            ReadRatings readRatings,
            Commands commands,
            Caller caller) {
        this.rateContribution = rateContribution;
        this.retractRating = retractRating;
        this.readRatings = readRatings;
        this.commands = commands;
        this.caller = caller;
    }

    @PUT
    @Path("/mine")
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "Rate a contribution, or revise the rating",
            description = "By the criteria of the charter in force; never by one of its authors."
                    + " The comment is shown to you and to the stewards of the commons alone.")
    @APIResponse(
            responseCode = "201",
            description = "Rated",
            content = @Content(schema = @Schema(implementation = RatingView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Revised, or the same as before",
            content = @Content(schema = @Schema(implementation = RatingView.class)))
    public Uni<Response> rate(
            UUID contributionId,
            @NotNull @Valid RatingRequest body,
            @HeaderParam(IfMatch.HEADER) @Pattern(regexp = IfMatch.PATTERN) String ifMatch) {
        Proposal proposal = new Proposal(
                new ContributionId(contributionId),
                new ContributorId(caller.id()),
                body.toOpinion(),
                body.comment(),
                IfMatch.optional(ifMatch));
        return commands.run(() -> rateContribution
                .rate(proposal)
                .map(Refusals::accepted)
                .map(RatingResource::answer));
    }

    private static Answer answer(Outcome outcome) {
        Rating rating = outcome.rating();
        RatingView view = RatingView.of(rating, new Reader(rating.raterId(), false));
        String location = "/v1/contributions/" + rating.contributionId() + "/ratings/mine";
        Answer answer = outcome.isNew() ? Answer.created(location, view) : Answer.ok(view);
        return answer.withVersion(rating.version());
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
                        .retract(id, who, IfMatch.optional(ifMatch))
                        .map(Refusals::accepted)
                        .map(rating -> Answer.ok(rating.id())))
                .replaceWith(() -> Response.noContent().build());
    }

    @GET
    @Authenticated
    @Operation(
            summary = "List the ratings of a contribution",
            description = "Of the comments, you see your own; a steward of the commons sees all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = RatingPage.class)))
    public Uni<Response> list(
            UUID contributionId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        ContributionId id = new ContributionId(contributionId);
        return readRatings
                .read(People.of(caller), id, request.after(), request.limit() + 1)
                .map(Refusals::accepted)
                .map(shown -> page(shown, request).toResponse(here));
    }

    private static Page<RatingView> page(ShownRatings shown, PageRequest request) {
        return Page.of(
                shown.ratings(),
                request,
                one -> one.id().value(),
                one -> RatingView.of(one, shown.reader()));
    }
}
