package org.commonfold.payout.payment.rest;

import org.commonfold.payout.payment.domain.PayoutAccount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record PayoutAccountView(
        @Schema(description = "Masked", examples = "DE89…3000")
        String iban,

        @Schema(examples = "Ada Lovelace") String holder) {

    static PayoutAccountView of(PayoutAccount account) {
        return new PayoutAccountView(account.iban().masked(), account.holder().name());
    }

    @Override
    public String toString() {
        return "PayoutAccountView";
    }
}
