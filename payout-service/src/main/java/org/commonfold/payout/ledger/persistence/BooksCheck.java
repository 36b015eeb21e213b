package org.commonfold.payout.ledger.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.math.BigDecimal;

/**
 * Compares, over and over, what partners owe and the bank holds with what everybody has: the metric
 * {@code ledger_imbalance_micros} is by how much they differ, all currencies together. It must be
 * 0; it is not a number as long as nobody knows. Whether balances are what was
 * booked is for {@link LedgerAudit} to say.
 */
@ApplicationScoped
public class BooksCheck {

    private static final Logger LOG = Logger.getLogger(BooksCheck.class);

    private static final String IMBALANCES = """
            select currency, sum(debit - accrued - available - reserved - paid) as micros
              from balance group by currency
            having sum(debit - accrued - available - reserved - paid) <> 0""";

    private final Pool pool;
    private volatile double imbalance = Double.NaN;

    BooksCheck(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        metrics.gauge("ledger_imbalance_micros", this, check -> check.imbalance);
    }

    @Scheduled(
            every = "${ledger.check-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> check() {
        return pool.withTransaction(connection -> connection
                        .query(LedgerAudit.CUT_OFF)
                        .execute()
                        .chain(() -> connection.query(IMBALANCES).execute()))
                .invoke(rows -> {
                    BigDecimal sum = BigDecimal.ZERO;
                    for (Row row : rows) {
                        sum = sum.add(seen(row));
                    }
                    imbalance = sum.doubleValue();
                })
                .onFailure()
                .invoke(() -> imbalance = Double.NaN)
                .replaceWithVoid();
    }

    private static BigDecimal seen(Row row) {
        BigDecimal micros = row.getBigDecimal("micros");
        LOG.errorf(
                "The books do not balance: in %s debits are off by %s micros",
                row.getString("currency"), micros.toPlainString());
        return micros.abs();
    }
}
