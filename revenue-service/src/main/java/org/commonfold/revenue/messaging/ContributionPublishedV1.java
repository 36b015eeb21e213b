package org.commonfold.revenue.messaging;

import org.commonfold.revenue.domain.LogEvent;

record ContributionPublishedV1(String commonsId, String contributionId) implements WireRecord {

    static final String TYPE = "ContributionPublished.v1";

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Published(
                Fields.commonsId(commonsId), Fields.contributionId(contributionId));
    }
}
