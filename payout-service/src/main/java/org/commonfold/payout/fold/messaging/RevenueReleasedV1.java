package org.commonfold.payout.fold.messaging;

import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Movement;

import java.time.Instant;

record RevenueReleasedV1(
        String commonsId,
        String revenueId,
        String partnerId,
        AmountV1 amount,
        AmountV1 released,
        Instant releasedAt) {

    static final String TYPE = "RevenueReleased.v1";

    static RevenueReleasedV1 of(Movement.RevenueReleased released, Instant now) {
        Entry entry = released.entry();
        return new RevenueReleasedV1(
                entry.commonsId().value(),
                entry.revenueId().value(),
                released.partnerId().value(),
                AmountV1.of(released.received().micros(), entry.currency()),
                AmountV1.of(released.releasedMicros(), entry.currency()),
                now);
    }
}
