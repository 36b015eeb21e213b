package org.commonfold.payout.transparency.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.commonfold.payout.fold.domain.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount of money. */
record AmountJson(
        @NotNull @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,6})?") @Schema(examples = "100.00")
        String value,

        @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(examples = "EUR")
        String currency) {

    Money toMoney() {
        return Money.parse(value, currency).orElseThrow(Refusals::noAmount);
    }
}
