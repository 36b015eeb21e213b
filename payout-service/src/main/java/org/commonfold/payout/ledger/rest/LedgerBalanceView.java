package org.commonfold.payout.ledger.rest;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.ledger.application.Balance;

record LedgerBalanceView(
        String owner,
        String currency,
        String accrued,
        String available,
        String reserved,
        String paid) {

    static LedgerBalanceView of(Balance balance) {
        return new LedgerBalanceView(
                balance.owner(),
                balance.currency(),
                Money.decimal(balance.accrued()),
                Money.decimal(balance.available()),
                Money.decimal(balance.reserved()),
                Money.decimal(balance.paid()));
    }
}
