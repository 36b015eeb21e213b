package org.commonfold.rating.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.commonfold.rating.application.SummarizeRatings;
import org.commonfold.rating.domain.ContributionId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

/** What peers think of a contribution, in short and for everybody. */
@Path("/contributions/{contributionId}/rating-summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ratings")
class RatingSummaryResource {

    private final SummarizeRatings summarizeRatings;

    RatingSummaryResource(SummarizeRatings summarizeRatings) {
        this.summarizeRatings = summarizeRatings;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Summarize the ratings of a contribution",
            description = "Of the current ratings by peers who are not its authors, as far as the"
                    + " log has been read. Scores of one name on different scales, of different"
                    + " charters, are told apart. They disagree when the highest level is over four"
                    + " times the median level.")
    @APIResponse(
            responseCode = "200",
            description = "The summary",
            content = @Content(schema = @Schema(implementation = RatingSummaryView.class)))
    public Uni<RatingSummaryView> summarize(UUID contributionId) {
        return summarizeRatings
                .summarize(new ContributionId(contributionId))
                .map(Refusals::accepted)
                .map(RatingSummaryView::of);
    }
}
