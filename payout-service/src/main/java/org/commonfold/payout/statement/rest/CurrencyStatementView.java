package org.commonfold.payout.statement.rest;

import org.commonfold.payout.statement.domain.CurrencyStatement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** The opening and all movements add up to the closing. */
record CurrencyStatementView(
        @Schema(examples = "EUR") String currency,
        AmountsView opening,
        List<MovementView> movements,
        AmountsView closing) {

    static CurrencyStatementView of(CurrencyStatement statement) {
        return new CurrencyStatementView(
                statement.currency(),
                AmountsView.of(statement.opening()),
                statement.lines().stream().map(MovementView::of).toList(),
                AmountsView.of(statement.closing()));
    }
}
