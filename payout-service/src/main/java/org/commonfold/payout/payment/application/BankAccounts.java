package org.commonfold.payout.payment.application;

import org.commonfold.payout.payment.domain.Iban;

import java.util.Optional;

/** What is known of the world's bank accounts. */
public interface BankAccounts {

    /**
     * The account that a person has typed, blanks allowed.
     *
     * @return empty when there can be no such account
     */
    Optional<Iban> read(String typed);
}
