package org.commonfold.revenue.rest;

import io.smallrye.mutiny.Uni;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.revenue.application.Commonses;
import org.commonfold.revenue.application.RevenueSummaries;
import org.commonfold.revenue.application.SummaryPlace;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.Rejection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.List;
import java.util.UUID;

@Path("/commons/{commonsId}/revenue-summary")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Revenues", description = "What partners pay for the use of a commons")
class RevenueSummaryResource {

    private final Commonses commonses;
    private final RevenueSummaries summaries;

    RevenueSummaryResource(Commonses commonses, RevenueSummaries summaries) {
        this.commonses = commonses;
        this.summaries = summaries;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Read what a commons earns",
            description = "By the quarter in which a revenue's period ends, and by currency, the"
                    + " oldest first. A partner is named only if it agreed, and where at least two"
                    + " did not or all did. Added up now: a page may change when revenues do.")
    @APIResponse(
            responseCode = "200",
            description = "A page of quarters",
            content = @Content(schema = @Schema(implementation = QuarterSummaryPage.class)))
    public Uni<Response> read(
            UUID commonsId, @Valid @BeanParam PageRequest request, @Context UriInfo here) {
        CommonsId id = new CommonsId(commonsId);
        SummaryPlace after = request.after(SummaryPlace::parse).orElse(SummaryPlace.FIRST);
        return commonses
                .known(List.of(id))
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw Refusals.problemOf(Rejection.UNKNOWN_COMMONS);
                    }
                })
                .chain(() -> summaries.of(id, after, request.limit() + 1))
                .map(rows -> Page.of(rows, request, SummaryPlace::of, QuarterSummaryView::of))
                .map(page -> page.toResponse(here));
    }
}
