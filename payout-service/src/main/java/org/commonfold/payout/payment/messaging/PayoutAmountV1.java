package org.commonfold.payout.payment.messaging;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.payment.domain.PayoutMovement;

record PayoutAmountV1(String value, String currency) {

    static PayoutAmountV1 of(PayoutMovement movement) {
        return of(movement.draw().micros(), movement.currency());
    }

    static PayoutAmountV1 of(long micros, String currency) {
        return new PayoutAmountV1(Money.decimal(micros), currency);
    }
}
