package org.commonfold.payout.payment.messaging;

import org.commonfold.payout.payment.domain.PayoutMovement;

import java.time.Instant;

record PayoutReservedV1(
        String commonsId,
        String payoutId,
        String contributorId,
        PayoutAmountV1 amount,
        Instant reservedAt) {

    static final String TYPE = "PayoutReserved.v1";

    static PayoutReservedV1 of(PayoutMovement.Reserved movement, Instant now) {
        return new PayoutReservedV1(
                movement.commonsId().value(),
                movement.payoutId().toString(),
                movement.contributorId().value(),
                PayoutAmountV1.of(movement),
                now);
    }
}
