package org.commonfold.revenue.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.commonfold.revenue.domain.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record AmountJson(
        @NotNull @Pattern(regexp = Money.VALUE_PATTERN) @Schema(examples = "1234.50")
        String value,

        @NotNull @Pattern(regexp = Money.CURRENCY_PATTERN) @Schema(examples = "EUR")
        String currency) {

    static AmountJson of(Money amount) {
        return new AmountJson(amount.value(), amount.currency().getCurrencyCode());
    }

    /** Refused when the currency is none, or cannot be paid out in such an amount. */
    Money toMoney() {
        return Refusals.accepted(Money.of(value, currency));
    }
}
