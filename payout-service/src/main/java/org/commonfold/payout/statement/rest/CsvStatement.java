package org.commonfold.payout.statement.rest;

import org.commonfold.payout.statement.domain.Amounts;
import org.commonfold.payout.statement.domain.CurrencyStatement;
import org.commonfold.payout.statement.domain.Statement;
import org.commonfold.payout.statement.domain.StatementLine;

import java.util.Objects;

/**
 * For spreadsheets (RFC 4180). No field needs quotes: all are ids, amounts, times or our words.
 * None can be a formula that does harm either. An id is of letters, digits and {@code ._:-}: it may
 * begin with a minus, but has no bracket, pipe or exclamation mark to call anything with.
 */
final class CsvStatement {

    private static final String HEADER = "line,currency,bookedAt,entryId,commonsId,kind,"
            + "revenueId,payoutId,accrued,available,reserved,paid,explanation";

    private static final String LINE_END = "\r\n";

    private final StringBuilder text = new StringBuilder(HEADER).append(LINE_END);

    private CsvStatement() {}

    static String of(Statement statement) {
        CsvStatement csv = new CsvStatement();
        statement.currencies().forEach(csv::add);
        return csv.text.toString();
    }

    private void add(CurrencyStatement one) {
        balance("opening", one.currency(), one.opening());
        for (StatementLine line : one.lines()) {
            movement(one.currency(), MovementView.of(line));
        }
        balance("closing", one.currency(), one.closing());
    }

    private void balance(String line, String currency, Amounts amounts) {
        add(line, currency, "", "", "", "", "", "", AmountsView.of(amounts), "");
    }

    private void movement(String currency, MovementView movement) {
        add(
                "movement",
                currency,
                movement.bookedAt(),
                movement.entryId(),
                movement.commonsId(),
                movement.kind(),
                Objects.toString(movement.revenueId(), ""),
                Objects.toString(movement.payoutId(), ""),
                movement.change(),
                Objects.toString(movement.explanation(), ""));
    }

    private void add(Object... fields) {
        String separator = "";
        for (Object field : fields) {
            text.append(separator)
                    .append(field instanceof AmountsView amounts ? fields(amounts) : field);
            separator = ",";
        }
        text.append(LINE_END);
    }

    private static String fields(AmountsView amounts) {
        return String.join(
                ",", amounts.accrued(), amounts.available(), amounts.reserved(), amounts.paid());
    }
}
