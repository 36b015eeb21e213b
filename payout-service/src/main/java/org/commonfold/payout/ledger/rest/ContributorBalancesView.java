package org.commonfold.payout.ledger.rest;

import org.commonfold.payout.ledger.application.Balance;

import java.util.List;

record ContributorBalancesView(String contributorId, List<BalanceView> balances) {

    static ContributorBalancesView of(String contributorId, List<Balance> rows) {
        return new ContributorBalancesView(
                contributorId, rows.stream().map(BalanceView::of).toList());
    }
}
