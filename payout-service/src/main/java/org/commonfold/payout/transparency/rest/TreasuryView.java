package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.ledger.application.Balance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** What the treasury of a commons has, by currency. */
record TreasuryView(
        @Schema(examples = EntryView.COMMONS) String commonsId,
        List<TreasuryBalanceView> balances) {

    /** In one currency. */
    record TreasuryBalanceView(
            @Schema(examples = "EUR") String currency,
            @Schema(examples = "3.333500") String accrued,
            @Schema(examples = "1.666500") String available) {

        static TreasuryBalanceView of(Balance balance) {
            return new TreasuryBalanceView(
                    balance.currency(),
                    Money.decimal(balance.accrued()),
                    Money.decimal(balance.available()));
        }
    }

    static TreasuryView of(String commonsId, List<Balance> balances) {
        return new TreasuryView(
                commonsId, balances.stream().map(TreasuryBalanceView::of).toList());
    }
}
