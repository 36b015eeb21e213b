package org.commonfold.contribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.Work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
record ContributionView(
        UUID contributionId,
        UUID commonsId,
        String title,
        String kind,
        String licence,
        String contentUri,
        String contentDigest,
        List<AuthorJson> authors,
        List<DerivationJson> derivedFrom,
        UUID fulfils,
        int version,
        String state,
        Instant publishedAt,
        Instant withdrawnAt) {

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
