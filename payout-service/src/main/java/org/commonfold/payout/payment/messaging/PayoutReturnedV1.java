package org.commonfold.payout.payment.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.payment.application.BookedMovement;
import org.commonfold.payout.payment.domain.PayoutMovement;

import java.time.Instant;

@JsonInclude(JsonInclude.Include.NON_NULL)
record PayoutReturnedV1(
        String commonsId,
        String payoutId,
        String contributorId,
        PayoutAmountV1 amount,
        String reason,
        String bankReason,
        boolean wasPaid,
        long entrySequence,
        Instant returnedAt) {

    static final String TYPE = "PayoutReturned.v1";

    static PayoutReturnedV1 of(PayoutMovement.Returned movement, BookedMovement booked) {
        return new PayoutReturnedV1(
                movement.commonsId().value(),
                movement.payoutId().toString(),
                movement.contributorId().value(),
                PayoutAmountV1.of(movement),
                movement.reason(),
                movement.bankReason(),
                movement.wasPaid(),
                booked.sequence(),
                booked.at());
    }
}
