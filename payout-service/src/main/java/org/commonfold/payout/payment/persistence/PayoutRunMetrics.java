package org.commonfold.payout.payment.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.ToDoubleFunction;

/**
 * What waits for somebody: runs for a second treasurer, reserved money for a bank's report. Not a
 * number while the database does not tell.
 */
@ApplicationScoped
class PayoutRunMetrics {

    private record Waiting(double runs, double runSeconds, double payouts, double payoutSeconds) {

        private static final Waiting UNKNOWN =
                new Waiting(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private static final String WAITING = """
            select runs, payouts,
                   coalesce(extract(epoch from now() - prepared_at), 0)::float8 as run_seconds,
                   coalesce(extract(epoch from now() - approved_at), 0)::float8 as payout_seconds
              from (select count(*) as runs, min(prepared_at) as prepared_at
                      from payout_run where state = 'prepared') prepared,
                   (select count(*) as payouts, min(approved_at) as approved_at
                      from payout join payout_run using (run_id)
                     where payout.state = 'reserved') reserved""";

    private final Pool pool;
    private volatile Waiting waiting = Waiting.UNKNOWN;

    PayoutRunMetrics(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        register(
                metrics,
                "payout_runs_unapproved",
                "Payout runs that are prepared and neither approved nor cancelled",
                Waiting::runs);
        register(
                metrics,
                "payout_runs_oldest_unapproved_seconds",
                "How long the oldest of them has been waiting",
                Waiting::runSeconds);
        register(
                metrics,
                "payouts_reserved",
                "Payouts approved and not yet reported on by a bank",
                Waiting::payouts);
        register(
                metrics,
                "payouts_oldest_reserved_seconds",
                "Since when the oldest of them is approved",
                Waiting::payoutSeconds);
    }

    private void register(
            MeterRegistry metrics,
            String name,
            String description,
            ToDoubleFunction<Waiting> number) {
        Gauge.builder(name, this, all -> number.applyAsDouble(all.waiting))
                .description(description)
                .register(metrics);
    }

    @Scheduled(
            every = "${payout-runs.look-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return pool.query(WAITING)
                .execute()
                .invoke(rows -> waiting = read(rows.iterator().next()))
                .onFailure()
                .invoke(() -> waiting = Waiting.UNKNOWN)
                .replaceWithVoid();
    }

    private static Waiting read(Row row) {
        return new Waiting(
                row.getLong("runs"),
                row.getDouble("run_seconds"),
                row.getLong("payouts"),
                row.getDouble("payout_seconds"));
    }
}
