package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.Invitation;
import org.commonfold.rating.domain.LogEvent;

/** Written by this service, and read by it again in the log. */
record RaterInvitedV1(String commonsId, String raterId, String invitedAt) implements WireRecord {

    static final String TYPE = "RaterInvited.v1";

    static RaterInvitedV1 of(Invitation invitation) {
        return new RaterInvitedV1(
                invitation.commonsId().toString(),
                invitation.raterId().value(),
                invitation.invitedAt().toString());
    }

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Invited(Fields.commonsId(commonsId), Fields.contributorId(raterId));
    }
}
