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
import org.commonfold.rating.application.ReportCollusion;
import org.commonfold.rating.domain.CommonsId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import java.util.UUID;

/** Where praise comes back to those who gave it. */
@Path("/commons/{commonsId}/collusion-report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Raters")
class CollusionReportResource {

    private final ReportCollusion reportCollusion;
    private final Caller caller;

    CollusionReportResource(ReportCollusion reportCollusion, Caller caller) {
        this.reportCollusion = reportCollusion;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.STEWARD)
    @Operation(
            summary = "Report who may be praising one another by agreement",
            description = "For the stewards of the commons: pairs who rated each other's work, and"
                    + " closed circles of three and more in which praise leads from each to every"
                    + " other, each at the strongest praise that closes it, and nobody in two;"
                    + " with the points that stayed inside, the strongest first. How strong praise"
                    + " is: what share of the rater's points it is, as if they had given ten"
                    + " ordinary ratings more, so that a first rating is no strong praise."
                    + " A reason to look and no proof: good neighbours look the same, and nothing"
                    + " follows from it by itself. By the current ratings, as far as the log has"
                    + " been read; of a very large commons, the 200 000 largest sums of points"
                    + " that one rater gave to the same authors.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = CollusionReportView.class)))
    public Uni<CollusionReportView> report(
            UUID commonsId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("minBasisPoints") @DefaultValue("0") @Min(0) @Max(10_000)
                    int minBasisPoints) {
        return reportCollusion
                .report(People.of(caller), new CommonsId(commonsId), minBasisPoints)
                .map(Refusals::accepted)
                .map(report -> CollusionReportView.of(report, limit));
    }
}
