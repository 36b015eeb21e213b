package org.commonfold.contribution.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;

import org.commonfold.contribution.application.Library;
import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which contributions of a commons: as a {@code @BeanParam}. */
final class ContributionFilter {

    @QueryParam("q")
    @Schema(maxLength = 200)
    @Parameter(example = "grating mount")
    @Text(max = 200)
    String q;

    @QueryParam("kind")
    @Pattern(regexp = PublishRequest.KIND)
    String kind;

    @QueryParam("author")
    @Parameter(example = "ada")
    @Pattern(regexp = Caller.ID_PATTERN)
    String author;

    @QueryParam("licence")
    @SpdxLicence
    @Schema(format = SpdxLicence.FORMAT)
    String licence;

    Library.Filter toFilter() {
        String spdx = licence == null ? null : SpdxLicences.canonical(licence).orElseThrow();
        return new Library.Filter(kind, author, spdx);
    }
}
