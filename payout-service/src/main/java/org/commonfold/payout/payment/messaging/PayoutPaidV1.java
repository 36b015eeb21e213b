package org.commonfold.payout.payment.messaging;

import org.commonfold.payout.payment.application.BookedMovement;
import org.commonfold.payout.payment.domain.PayoutMovement;

import java.time.Instant;

record PayoutPaidV1(
        String commonsId,
        String payoutId,
        String contributorId,
        PayoutAmountV1 amount,
        long entrySequence,
        Instant paidAt) {

    static final String TYPE = "PayoutPaid.v1";

    static PayoutPaidV1 of(BookedMovement booked) {
        PayoutMovement movement = booked.movement();
        return new PayoutPaidV1(
                movement.commonsId().value(),
                movement.payoutId().toString(),
                movement.contributorId().value(),
                PayoutAmountV1.of(movement),
                booked.sequence(),
                booked.at());
    }
}
