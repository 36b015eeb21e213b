package org.commonfold.rating.messaging;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.LogEvent;

import java.util.List;

/** The fold asks for neither title nor kind: a work without them is published all the same. */
record ContributionPublishedV1(
        String commonsId,
        String contributionId,
        JsonNode title,
        JsonNode kind,
        List<AuthorV1> authors)
        implements WireRecord {

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Published(new Contribution(
                Fields.contributionId(contributionId),
                Fields.commonsId(commonsId),
                Fields.line(title).orElse(null),
                Fields.line(kind).orElse(null),
                Fields.authors(authors),
                false));
    }
}
