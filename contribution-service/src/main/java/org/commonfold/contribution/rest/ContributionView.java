package org.commonfold.contribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.Work;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

record ContributionView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000c1")
        UUID contributionId,

        UUID commonsId,
        @Schema(examples = "Grating mount") String title,
        @Schema(examples = "design") String kind,
        @Schema(examples = "CERN-OHL-S-2.0") String licence,

        @Schema(examples = "https://example.org/grating-mount.step")
        String contentUri,

        @Schema(
                examples =
                        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String contentDigest,

        List<AuthorJson> authors,
        List<DerivationJson> derivedFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) UUID fulfils,
        @Schema(examples = "1") int version,
        @Schema(examples = "published") String state,
        Instant publishedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant withdrawnAt) {

    static ContributionView of(Contribution contribution) {
        Work work = contribution.work();
        return new ContributionView(
                contribution.id().value(),
                contribution.commonsId().value(),
                work.title(),
                work.kind(),
                work.licence(),
                work.content().uri(),
                work.content().digest(),
                work.authors().stream().map(AuthorJson::of).toList(),
                work.derivedFrom().stream().map(DerivationJson::of).toList(),
                work.fulfils(),
                contribution.version(),
                state(contribution),
                contribution.publishedAt(),
                contribution.withdrawnAt());
    }

    static String state(Contribution contribution) {
        return contribution.isWithdrawn() ? "withdrawn" : "published";
    }
}
