package org.commonfold.payout.fold.messaging;

import org.commonfold.payout.fold.domain.Money;

record AmountV1(String value, String currency) {

    static AmountV1 of(long micros, String currency) {
        return new AmountV1(Money.decimal(micros), currency);
    }
}
