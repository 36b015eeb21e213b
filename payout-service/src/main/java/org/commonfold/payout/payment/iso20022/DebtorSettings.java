package org.commonfold.payout.payment.iso20022;

import io.smallrye.config.ConfigMapping;

import java.util.Optional;

/** From which account payouts are paid. Without it, no file is handed out. */
@ConfigMapping(prefix = "payout.debtor")
interface DebtorSettings {

    /** As its bank knows it, in the characters of SEPA. */
    Optional<String> name();

    Optional<String> iban();

    /** Of its bank; where it is left out, the bank is known by the IBAN. */
    Optional<String> bic();
}
