package org.commonfold.payout.statement.persistence;

import io.vertx.mutiny.sqlclient.Row;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.RevenueId;
import org.commonfold.payout.statement.domain.Amounts;
import org.commonfold.payout.statement.domain.CurrencyStatement;
import org.commonfold.payout.statement.domain.Period;
import org.commonfold.payout.statement.domain.Statement;
import org.commonfold.payout.statement.domain.StatementLine;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the database has about a statement.
 *
 * @param sums a row a currency and account
 * @param lines a row an entry
 */
record StatementRows(Iterable<Row> sums, Iterable<Row> lines) {

    Statement toStatement(ContributorId who, Period period, Instant now) {
        Map<String, Amounts> openings = sums("opening");
        Map<String, Amounts> closings = sums("closing");
        Map<String, List<StatementLine>> linesByCurrency = linesByCurrency();
        List<CurrencyStatement> currencies = new ArrayList<>();
        closings.forEach((currency, closing) -> currencies.add(new CurrencyStatement(
                currency,
                openings.get(currency),
                linesByCurrency.getOrDefault(currency, List.of()),
                closing)));
        return new Statement(who, period, now, currencies);
    }

    private Map<String, Amounts> sums(String column) {
        Map<String, Map<String, BigInteger>> accounts = new TreeMap<>();
        for (Row row : sums) {
            accounts.computeIfAbsent(row.getString("currency"), any -> new HashMap<>())
                    .put(row.getString("kind"), micros(row, column));
        }
        Map<String, Amounts> amounts = new TreeMap<>();
        accounts.forEach((currency, micros) -> amounts.put(currency, amounts(micros)));
        return amounts;
    }

    private static Amounts amounts(Map<String, BigInteger> micros) {
        return new Amounts(
                micros.getOrDefault("accrued", BigInteger.ZERO),
                micros.getOrDefault("available", BigInteger.ZERO),
                micros.getOrDefault("reserved", BigInteger.ZERO),
                micros.getOrDefault("paid", BigInteger.ZERO));
    }

    private Map<String, List<StatementLine>> linesByCurrency() {
        Map<String, List<StatementLine>> byCurrency = new HashMap<>();
        for (Row row : lines) {
            byCurrency
                    .computeIfAbsent(row.getString("currency"), any -> new ArrayList<>())
                    .add(line(row));
        }
        return byCurrency;
    }

    private static StatementLine line(Row row) {
        String revenueId = row.getString("revenue_id");
        return new StatementLine(
                row.getOffsetDateTime("booked_at").toInstant(),
                row.getUUID("entry_id"),
                new CommonsId(row.getString("commons_id")),
                row.getString("kind"),
                new StatementLine.Subject(
                        revenueId == null ? null : new RevenueId(revenueId),
                        row.getUUID("payout_id")),
                new Amounts(
                        micros(row, "accrued"),
                        micros(row, "available"),
                        micros(row, "reserved"),
                        micros(row, "paid")));
    }

    private static BigInteger micros(Row row, String column) {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
