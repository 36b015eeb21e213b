package org.commonfold.payout.fold.messaging;

import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Movement;

import java.time.Instant;

record RevenueDistributedV1(
        String commonsId,
        String revenueId,
        String partnerId,
        AmountV1 amount,
        AmountV1 treasury,
        int contributors,
        int contributions,
        Instant distributedAt) {

    static final String TYPE = "RevenueDistributed.v1";

    static RevenueDistributedV1 of(Movement.RevenueDistributed distributed, Instant now) {
        Entry entry = distributed.entry();
        return new RevenueDistributedV1(
                entry.commonsId().value(),
                entry.revenueId().value(),
                distributed.partnerId().value(),
                AmountV1.of(distributed.total().micros(), entry.currency()),
                AmountV1.of(distributed.treasuryMicros(), entry.currency()),
                distributed.contributors(),
                distributed.contributions(),
                now);
    }
}
