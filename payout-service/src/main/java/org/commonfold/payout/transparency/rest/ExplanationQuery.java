package org.commonfold.payout.transparency.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.commonfold.kit.paging.PageRequest;
import org.commonfold.payout.transparency.domain.Excerpt;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import java.util.Optional;

/** How much of an explanation is asked for: as a {@code @BeanParam}. */
final class ExplanationQuery {

    @QueryParam("owner")
    @Pattern(regexp = "(contributor|treasury|partner):[A-Za-z0-9._:-]{1,64}|bank")
    @Parameter(
            description = "Only what concerns one owner; of the rest, totals",
            example = "contributor:ada")
    String owner;

    @QueryParam("allVotes")
    @DefaultValue("false")
    @Parameter(description = "All votes for each work, and not only the 100 around the median")
    @Pattern(regexp = "true|false")
    String allVotes;

    boolean wantsAllVotes() {
        return Boolean.parseBoolean(allVotes);
    }

    Excerpt toExcerpt(PageRequest request) {
        return new Excerpt(
                Optional.ofNullable(owner), ExplanationPages.from(request), request.limit());
    }
}
