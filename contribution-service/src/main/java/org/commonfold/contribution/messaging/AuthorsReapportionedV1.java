package org.commonfold.contribution.messaging;

import org.commonfold.contribution.domain.ContributionEvent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

record AuthorsReapportionedV1(
        UUID commonsId, UUID contributionId, List<AuthorV1> authors, Instant reapportionedAt) {

    static final String TYPE = "AuthorsReapportioned.v1";

    static AuthorsReapportionedV1 of(ContributionEvent.Reapportioned reapportioned) {
        return new AuthorsReapportionedV1(
                reapportioned.commonsId().value(),
                reapportioned.contributionId().value(),
                reapportioned.authors().stream().map(AuthorV1::of).toList(),
                reapportioned.at());
    }
}
