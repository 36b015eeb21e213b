package org.commonfold.rating.messaging;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.rating.domain.LogEvent;

record ContributionRevisedV1(String commonsId, String contributionId, JsonNode title)
        implements WireRecord {

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Revised(
                Fields.commonsId(commonsId),
                Fields.contributionId(contributionId),
                Fields.line(title));
    }
}
