package org.commonfold.payout.payment.domain;

import java.util.Optional;

/** The bank account to which a contributor's payouts go. */
public record PayoutAccount(Iban iban, Holder holder) {

    /**
     * @param iban when it is one
     */
    public static Decision<PayoutAccount> of(Optional<Iban> iban, String holder) {
        if (iban.isEmpty()) {
            return Decision.reject(Rejection.INVALID_IBAN);
        }
        return Holder.of(holder)
                .fold(
                        name -> Decision.accept(new PayoutAccount(iban.get(), name)),
                        Decision::nothingNew,
                        Decision::reject);
    }
}
