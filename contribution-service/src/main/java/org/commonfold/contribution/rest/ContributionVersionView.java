package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.ContributionVersion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

record ContributionVersionView(
        int version,
        String title,
        String contentUri,
        String contentDigest,
        @Schema(examples = "ada") String publishedBy,
        Instant publishedAt) {

    static ContributionVersionView of(ContributionVersion one) {
        return new ContributionVersionView(
                one.version(),
                one.title(),
                one.content().uri(),
                one.content().digest(),
                one.publishedBy().value(),
                one.at());
    }
}
