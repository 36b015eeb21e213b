package org.commonfold.contribution.messaging;

import org.commonfold.contribution.domain.NeedEvent;

import java.time.Instant;
import java.util.UUID;

record NeedTakenUpV1(UUID commonsId, UUID needId, String contributorId, Instant takenUpAt) {

    static final String TYPE = "NeedTakenUp.v1";

    static NeedTakenUpV1 of(NeedEvent.TakenUp takenUp) {
        return new NeedTakenUpV1(
                takenUp.commonsId().value(),
                takenUp.needId().value(),
                takenUp.by().value(),
                takenUp.at());
    }
}
