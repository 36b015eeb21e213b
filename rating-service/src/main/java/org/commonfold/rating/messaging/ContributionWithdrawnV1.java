package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.LogEvent;

record ContributionWithdrawnV1(String commonsId, String contributionId) implements WireRecord {

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Withdrawn(
                Fields.commonsId(commonsId), Fields.contributionId(contributionId));
    }
}
