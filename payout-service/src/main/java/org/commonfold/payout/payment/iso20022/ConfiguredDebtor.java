package org.commonfold.payout.payment.iso20022;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.payment.application.BankAccounts;
import org.commonfold.payout.payment.application.Debtors;
import org.commonfold.payout.payment.domain.Debtor;
import org.commonfold.payout.payment.domain.PayoutAccount;

import java.util.Optional;
import java.util.regex.Pattern;

/** By the settings; what is no account there is none. */
@ApplicationScoped
class ConfiguredDebtor implements Debtors {

    private static final Pattern BIC =
            Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");

    private final DebtorSettings settings;
    private final BankAccounts bankAccounts;

    ConfiguredDebtor(DebtorSettings settings, BankAccounts bankAccounts) {
        this.settings = settings;
        this.bankAccounts = bankAccounts;
    }

    @Override
    public Optional<Debtor> current() {
        boolean isBicWrong =
                settings.bic().filter(bic -> !BIC.matcher(bic).matches()).isPresent();
        if (settings.name().isEmpty() || settings.iban().isEmpty() || isBicWrong) {
            return Optional.empty();
        }
        return PayoutAccount.of(
                        bankAccounts.read(settings.iban().get()),
                        settings.name().get())
                .fold(
                        account -> Optional.of(new Debtor(
                                account.holder(), account.iban(), settings.bic().orElse(null))),
                        Optional::empty,
                        reason -> Optional.empty());
    }
}
