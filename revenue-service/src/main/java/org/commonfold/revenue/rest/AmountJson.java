package org.commonfold.revenue.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.commonfold.revenue.domain.Money;

record AmountJson(
        @NotNull @Pattern(regexp = Money.VALUE_PATTERN) String value,
        @NotNull @Pattern(regexp = Money.CURRENCY_PATTERN) String currency) {

    static AmountJson of(Money amount) {
        return new AmountJson(amount.value(), amount.currency().getCurrencyCode());
    }

    /** Refused when the currency is none, or cannot be paid out in such an amount. */
    Money toMoney() {
        return Refusals.accepted(Money.of(value, currency));
    }
}
