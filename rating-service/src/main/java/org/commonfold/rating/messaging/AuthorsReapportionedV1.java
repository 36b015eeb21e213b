package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.LogEvent;

import java.util.List;

record AuthorsReapportionedV1(String commonsId, String contributionId, List<AuthorV1> authors)
        implements WireRecord {

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Reapportioned(
                Fields.commonsId(commonsId),
                Fields.contributionId(contributionId),
                Fields.authors(authors));
    }
}
