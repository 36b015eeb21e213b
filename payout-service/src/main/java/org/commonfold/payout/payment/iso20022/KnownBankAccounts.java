package org.commonfold.payout.payment.iso20022;

import jakarta.enterprise.context.ApplicationScoped;

import nl.garvelink.iban.IBAN;
import nl.garvelink.iban.IBANException;

import org.commonfold.payout.payment.application.BankAccounts;
import org.commonfold.payout.payment.domain.Iban;

import java.util.Optional;

/** By the registry of ISO 13616: countries, lengths, check digits. */
@ApplicationScoped
class KnownBankAccounts implements BankAccounts {

    @Override
    public Optional<Iban> read(String typed) {
        try {
            return Optional.of(new Iban(IBAN.parse(typed).toPlainString()));
        } catch (IBANException noIban) {
            // Its message has the IBAN in it, so it goes nowhere.
            return Optional.empty();
        }
    }
}
