package org.commonfold.payout.statement.domain;

import java.util.List;

/**
 * What happened to a person's balances in one currency.
 *
 * @param opening what there was when the period began
 * @param lines in the order in which they were booked
 * @param closing what there was when it ended, or is now
 */
public record CurrencyStatement(
        String currency, Amounts opening, List<StatementLine> lines, Amounts closing) {

    /**
     * The statement.
     *
     * @throws IllegalArgumentException when the opening and the lines do not add up to the closing:
     *     a statement that is wrong is never shown
     */
    public CurrencyStatement {
        lines = List.copyOf(lines);
        Amounts sum = lines.stream().map(StatementLine::change).reduce(opening, Amounts::plus);
        if (!sum.equals(closing)) {
            throw new IllegalArgumentException(
                    "A statement in " + currency + " that does not add up");
        }
    }
}
