package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.LogEvent;

import java.util.List;

record ContributionPublishedV1(String commonsId, String contributionId, List<AuthorV1> authors)
        implements WireRecord {

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Published(new Contribution(
                Fields.contributionId(contributionId),
                Fields.commonsId(commonsId),
                Fields.authors(authors),
                false));
    }
}
