package org.commonfold.revenue.messaging;

import org.commonfold.revenue.domain.Money;

record AmountV1(String value, String currency) {

    static AmountV1 of(Money amount) {
        return new AmountV1(amount.value(), amount.currency().getCurrencyCode());
    }
}
