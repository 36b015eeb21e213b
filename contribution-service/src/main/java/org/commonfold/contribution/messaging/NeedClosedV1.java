package org.commonfold.contribution.messaging;

import org.commonfold.contribution.domain.NeedEvent;

import java.time.Instant;
import java.util.UUID;

record NeedClosedV1(UUID commonsId, UUID needId, UUID fulfilledBy, Instant closedAt) {

    static final String TYPE = "NeedClosed.v1";

    static NeedClosedV1 of(NeedEvent.Closed closed) {
        return new NeedClosedV1(
                closed.commonsId().value(),
                closed.needId().value(),
                closed.fulfilment().contributionId().value(),
                closed.fulfilment().at());
    }
}
