package org.commonfold.payout.ledger.rest;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.ledger.application.Balance;

record BalanceView(
        String currency, String accrued, String available, String reserved, String paid) {

    static BalanceView of(Balance balance) {
        return new BalanceView(
                balance.currency(),
                Money.decimal(balance.accrued()),
                Money.decimal(balance.available()),
                Money.decimal(balance.reserved()),
                Money.decimal(balance.paid()));
    }
}
