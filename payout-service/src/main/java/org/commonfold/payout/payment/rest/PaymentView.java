package org.commonfold.payout.payment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.payment.domain.MinorUnits;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.Transfer;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.Currency;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
record PaymentView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000f1")
        UUID payoutId,

        @Schema(examples = "0198c0de0000700080000000000000f1")
        String endToEndId,

        @Schema(examples = "ada") String contributorId,
        @Schema(examples = "125.25") String amount,
        @Schema(examples = "EUR") String currency,

        @Schema(
                description = "Masked; absent of a run that was restored from the log",
                examples = "DE89…3000")
        String iban,

        @Schema(
                enumeration = {"prepared", "left-out", "cancelled", "reserved", "paid", "returned"},
                examples = "reserved")
        String state,

        @Schema(
                description = "Why it was left out, or the bank's code when it was returned",
                examples = "AC04")
        String reason) {

    static PaymentView of(Transfer transfer, Currency currency) {
        Payout payout = transfer.payout();
        return new PaymentView(
                payout.id().value(),
                payout.id().endToEndId(),
                payout.contributorId().value(),
                MinorUnits.decimal(payout.micros(), currency).toPlainString(),
                currency.getCurrencyCode(),
                transfer.account() == null ? null : transfer.account().iban().masked(),
                payout.state().kebab(),
                payout.reason());
    }
}
