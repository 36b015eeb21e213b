package org.commonfold.revenue.messaging;

import org.commonfold.revenue.domain.RevenueEvent;

import java.time.Instant;
import java.util.UUID;

record RevenueVoidedV1(UUID commonsId, UUID revenueId, Instant voidedAt) {

    static final String TYPE = "RevenueVoided.v1";

    static RevenueVoidedV1 of(RevenueEvent.Voided voided) {
        return new RevenueVoidedV1(
                voided.commonsId().value(), voided.revenueId().value(), voided.at());
    }
}
