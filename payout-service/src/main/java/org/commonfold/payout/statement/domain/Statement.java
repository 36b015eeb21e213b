package org.commonfold.payout.statement.domain;

import org.commonfold.payout.fold.domain.ContributorId;

import java.time.Instant;
import java.util.List;

/**
 * What a contributor earned and was paid in a period, line by line (DOMAIN.md).
 *
 * @param asOf when the ledger was read
 * @param currencies those in which anything had been booked by the end of the period, in order
 */
public record Statement(
        ContributorId contributorId,
        Period period,
        Instant asOf,
        List<CurrencyStatement> currencies) {

    public Statement {
        currencies = List.copyOf(currencies);
    }

    /** Whether the period was over when the ledger was read; else more may come. */
    public boolean isOfEndedPeriod() {
        return period.hasEndedAt(asOf);
    }

    /** When the closing balances were so: at the end, or when the ledger was read. */
    public Instant closedAt() {
        return isOfEndedPeriod() ? period.end() : asOf;
    }
}
