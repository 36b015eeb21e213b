package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.LogEvent;

record RaterInvitedV1(String commonsId, String raterId) implements WireRecord {

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Invited(Fields.commonsId(commonsId), Fields.contributorId(raterId));
    }
}
