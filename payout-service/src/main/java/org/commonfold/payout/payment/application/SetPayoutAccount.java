package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.domain.Decision;
import org.commonfold.payout.payment.domain.PayoutAccount;

import java.util.Optional;

/** Says where a contributor's payouts go. */
@ApplicationScoped
public class SetPayoutAccount {

    private final BankAccounts bankAccounts;
    private final PayoutAccounts accounts;

    SetPayoutAccount(BankAccounts bankAccounts, PayoutAccounts accounts) {
        this.bankAccounts = bankAccounts;
        this.accounts = accounts;
    }

    /** The same account again changes nothing: payouts prepared for it still go there. */
    public Uni<Decision<PayoutAccount>> set(ContributorId who, String iban, String holder) {
        Decision<PayoutAccount> decision = PayoutAccount.of(bankAccounts.read(iban), holder);
        return decision.fold(
                account -> accounts.find(who)
                        .chain(former -> former.equals(Optional.of(account))
                                ? Uni.createFrom().voidItem()
                                : accounts.put(who, account))
                        .replaceWith(decision),
                () -> Uni.createFrom().item(decision),
                reason -> Uni.createFrom().item(decision));
    }
}
