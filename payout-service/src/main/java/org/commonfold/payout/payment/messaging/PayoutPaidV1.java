package org.commonfold.payout.payment.messaging;

import org.commonfold.payout.payment.domain.PayoutMovement;

import java.time.Instant;

record PayoutPaidV1(
        String commonsId,
        String payoutId,
        String contributorId,
        PayoutAmountV1 amount,
        Instant paidAt) {

    static final String TYPE = "PayoutPaid.v1";

    static PayoutPaidV1 of(PayoutMovement.Paid movement, Instant now) {
        return new PayoutPaidV1(
                movement.commonsId().value(),
                movement.payoutId().toString(),
                movement.contributorId().value(),
                PayoutAmountV1.of(movement),
                now);
    }
}
