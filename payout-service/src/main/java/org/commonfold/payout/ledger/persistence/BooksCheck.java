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
 * 0; it is not a number as long as nobody knows. More rarely, since it reads every posting, it
 * compares what everybody has, partners owe and the bank holds with what was booked: {@code
 * ledger_unbooked_micros}, likewise.
 */
@ApplicationScoped
public class BooksCheck {

    private static final Logger LOG = Logger.getLogger(BooksCheck.class);

    private static final String IMBALANCES = """
            select currency, sum(debit - accrued - available - reserved - paid) as micros
              from balance group by currency
            having sum(debit - accrued - available - reserved - paid) <> 0""";

    private static final String UNBOOKED = """
            with booked as (
                select commons_id, owner, currency,
                       coalesce(-sum(micros) filter (where posting.kind = 'accrued'), 0) as accrued,
                       coalesce(-sum(micros) filter (where posting.kind = 'available'), 0)
                           as available,
                       coalesce(-sum(micros) filter (where posting.kind = 'reserved'), 0)
                           as reserved,
                       coalesce(-sum(micros) filter (where posting.kind = 'paid'), 0) as paid,
                       coalesce(sum(micros) filter (where posting.kind not in
                           ('accrued', 'available', 'reserved', 'paid')), 0) as debit
                  from posting join entry using (commons_id, entry_id)
                 group by commons_id, owner, currency)
            select coalesce(sum(abs(coalesce(has.accrued, 0) - coalesce(booked.accrued, 0))
                              + abs(coalesce(has.available, 0) - coalesce(booked.available, 0))
                              + abs(coalesce(has.reserved, 0) - coalesce(booked.reserved, 0))
                              + abs(coalesce(has.paid, 0) - coalesce(booked.paid, 0))
                              + abs(coalesce(has.debit, 0) - coalesce(booked.debit, 0))), 0)
                       as micros
              from balance has full join booked using (commons_id, owner, currency)""";

    private final Pool pool;
    private volatile double imbalance = Double.NaN;
    private volatile double unbooked = Double.NaN;

    BooksCheck(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        metrics.gauge("ledger_imbalance_micros", this, check -> check.imbalance);
        metrics.gauge("ledger_unbooked_micros", this, check -> check.unbooked);
    }

    @Scheduled(
            every = "${ledger.check-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> check() {
        return pool.query(IMBALANCES)
                .execute()
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

    /** Balances against postings, all of them. */
    @Scheduled(
            every = "${ledger.audit-every:6h}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public Uni<Void> audit() {
        return pool.query(UNBOOKED)
                .execute()
                .invoke(rows -> unbooked =
                        rows.iterator().next().getBigDecimal("micros").doubleValue())
                .invoke(() -> {
                    if (unbooked != 0) {
                        LOG.errorf("Balances are off what was booked by %.0f micros", unbooked);
                    }
                })
                .onFailure()
                .invoke(() -> unbooked = Double.NaN)
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
