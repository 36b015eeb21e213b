package org.commonfold.revenue.messaging;

import org.commonfold.revenue.domain.RevenueEvent;

import java.time.Instant;
import java.util.UUID;

record RevenueReceivedV1(UUID commonsId, UUID revenueId, AmountV1 amount, Instant receivedAt) {

    static final String TYPE = "RevenueReceived.v1";

    static RevenueReceivedV1 of(RevenueEvent.Received received) {
        return new RevenueReceivedV1(
                received.commonsId().value(),
                received.revenueId().value(),
                AmountV1.of(received.receipt().amount()),
                received.receipt().receivedAt());
    }
}
