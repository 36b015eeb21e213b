package org.commonfold.rating.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.rating.application.QueueReviews;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Rater;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

/** What most needs my rating. */
@Path("/commons/{commonsId}/review-queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Raters")
class ReviewQueueResource {

    private final QueueReviews queueReviews;
    private final Caller caller;

    ReviewQueueResource(QueueReviews queueReviews, Caller caller) {
        this.queueReviews = queueReviews;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            summary = "List what most needs your rating",
            description = "Below the quorum first; of those, and of the others, those in"
                    + " your field first, which is kinds that you have published or found better"
                    + " than ordinary in this commons; then the older. Never your own work, nor"
                    + " what you have rated, nor what was withdrawn. There is no next page: rate,"
                    + " and ask again.")
    @APIResponse(
            responseCode = "200",
            description = "What needs it most first",
            content = @Content(schema = @Schema(implementation = ReviewQueueView.class)))
    public Uni<ReviewQueueView> list(
            UUID commonsId, @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Rater rater = new Rater(new CommonsId(commonsId), new ContributorId(caller.id()));
        return queueReviews.queue(rater, limit).map(Refusals::accepted).map(ReviewQueueView::of);
    }
}
