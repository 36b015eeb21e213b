package org.commonfold.payout.payment.rest;

import org.commonfold.payout.payment.domain.MinorUnits;
import org.commonfold.payout.payment.domain.Total;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.Currency;

record TotalView(
        @Schema(
                enumeration = {"prepared", "left-out", "cancelled", "reserved", "paid", "returned"},
                examples = "reserved")
        String state,

        @Schema(examples = "2") long payments,

        @Schema(examples = "250.50") String amount) {

    static TotalView of(Total total, Currency currency) {
        String amount = MinorUnits.decimal(total.micros(), currency).toPlainString();
        return new TotalView(total.state().kebab(), total.payouts(), amount);
    }
}
