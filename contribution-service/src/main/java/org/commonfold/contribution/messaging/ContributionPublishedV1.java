package org.commonfold.contribution.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.Work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
record ContributionPublishedV1(
        UUID commonsId,
        UUID contributionId,
        String title,
        String kind,
        String licence,
        String contentUri,
        String contentDigest,
        List<AuthorV1> authors,
        List<DerivationV1> derivedFrom,
        UUID fulfils,
        Instant publishedAt) {

    static final String TYPE = "ContributionPublished.v1";

    static ContributionPublishedV1 of(Contribution contribution) {
        Work work = contribution.work();
        return new ContributionPublishedV1(
                contribution.commonsId().value(),
                contribution.id().value(),
                work.title(),
                work.kind(),
                work.licence(),
                work.content().uri(),
                work.content().digest(),
                work.authors().stream().map(AuthorV1::of).toList(),
                work.derivedFrom().stream().map(DerivationV1::of).toList(),
                work.fulfils(),
                contribution.publishedAt());
    }
}
