package org.commonfold.rating.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.rating.application.RatingOf;
import org.commonfold.rating.application.ReadHistory;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Rating;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.UUID;

/** All that one peer has said of a contribution. */
@Path("/contributions/{contributionId}/ratings/{raterId}/history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ratings")
class RatingHistoryResource {

    private static final String MINE = "mine";

    private final ReadHistory readHistory;
    private final Caller caller;

    RatingHistoryResource(ReadHistory readHistory, Caller caller) {
        this.readHistory = readHistory;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Operation(
            summary = "List all versions of a rating",
            description = "Your own (mine, instead of your id), or anyone's as a steward of the"
                    + " commons. The first version first. Another comment is a version too, but no"
                    + " revision: the log does not learn of it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = RatingVersionPage.class)))
    public Uni<Response> list(
            UUID contributionId,
            @Parameter(example = MINE) @Pattern(regexp = Caller.ID_PATTERN) String raterId,
            @Valid @BeanParam PageRequest request,
            @Context UriInfo here) {
        ContributorId rater = new ContributorId(raterId.equals(MINE) ? caller.id() : raterId);
        RatingOf rating = new RatingOf(new ContributionId(contributionId), rater);
        return readHistory
                .read(People.of(caller), rating, after(request), request.limit() + 1)
                .map(Refusals::accepted)
                .map(versions -> page(versions, request).toResponse(here));
    }

    private static Page<RatingVersionView> page(List<Rating> versions, PageRequest request) {
        return Page.of(versions, request, RatingHistoryResource::place, RatingVersionView::of);
    }

    /** Lists are paged by ids; a version's number is its place. */
    private static UUID place(Rating rating) {
        return new UUID(0, rating.version());
    }

    private static int after(PageRequest request) {
        return request.after()
                .map(place -> (int) place.getLeastSignificantBits())
                .orElse(0);
    }
}
