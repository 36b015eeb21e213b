package org.commonfold.payout.payment.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.commonfold.payout.payment.domain.Holder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record PayoutAccountRequest(
        @NotNull
        @Pattern(regexp = "[A-Z]{2}[0-9]{2}[A-Z0-9 ]{8,38}")
        @Schema(examples = "DE89 3704 0044 0532 0130 00")
        String iban,

        @NotNull @Pattern(regexp = Holder.PATTERN) @Schema(examples = "Ada Lovelace")
        String holder) {

    @Override
    public String toString() {
        return "PayoutAccountRequest";
    }
}
