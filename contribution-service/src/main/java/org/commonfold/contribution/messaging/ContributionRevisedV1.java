package org.commonfold.contribution.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.contribution.domain.ContributionEvent;

import java.time.Instant;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
record ContributionRevisedV1(
        UUID commonsId,
        UUID contributionId,
        int version,
        String title,
        String contentUri,
        String contentDigest,
        Instant revisedAt) {

    static final String TYPE = "ContributionRevised.v1";

    static ContributionRevisedV1 of(ContributionEvent.Revised revised) {
        return new ContributionRevisedV1(
                revised.commonsId().value(),
                revised.contributionId().value(),
                revised.version(),
                revised.title(),
                revised.content().uri(),
                revised.content().digest(),
                revised.at());
    }
}
