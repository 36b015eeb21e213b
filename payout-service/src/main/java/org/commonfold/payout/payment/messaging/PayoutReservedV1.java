package org.commonfold.payout.payment.messaging;

import org.commonfold.payout.payment.application.BookedMovement;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.payment.domain.PayoutRunId;

import java.time.Instant;

record PayoutReservedV1(
        String commonsId,
        String payoutId,
        String runId,
        String contributorId,
        PayoutAmountV1 amount,
        long entrySequence,
        Instant reservedAt) {

    static final String TYPE = "PayoutReserved.v1";

    static PayoutReservedV1 of(PayoutRunId runId, BookedMovement booked) {
        PayoutMovement movement = booked.movement();
        return new PayoutReservedV1(
                movement.commonsId().value(),
                movement.payoutId().toString(),
                runId.toString(),
                movement.contributorId().value(),
                PayoutAmountV1.of(movement),
                booked.sequence(),
                booked.at());
    }
}
