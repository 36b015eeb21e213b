package org.commonfold.payout.payment.messaging;

import org.commonfold.payout.payment.application.BookedMovement;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.payment.domain.PayoutRun;

import java.time.Instant;

record PayoutReservedV1(
        String commonsId,
        String payoutId,
        String runId,
        PayoutRunV1 run,
        String contributorId,
        PayoutAmountV1 amount,
        long entrySequence,
        Instant reservedAt) {

    static final String TYPE = "PayoutReserved.v1";

    static PayoutReservedV1 of(PayoutRun run, BookedMovement booked) {
        PayoutMovement movement = booked.movement();
        return new PayoutReservedV1(
                movement.commonsId().value(),
                movement.payoutId().toString(),
                run.id().toString(),
                PayoutRunV1.of(run),
                movement.contributorId().value(),
                PayoutAmountV1.of(movement),
                booked.sequence(),
                booked.at());
    }
}
