package org.commonfold.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Duration;

/**
 * What is recorded and not yet sent, as the database has it: asked by every replica and not told by
 * the relay, since of a relay that is stuck or gone nothing would be heard. Not a number while the
 * database does not tell.
 */
@ApplicationScoped
class OutboxBacklog {

    private static final Logger LOG = Logger.getLogger(OutboxBacklog.class);

    /** Beyond it the number is not exact any more, and the question would cost too much. */
    static final int COUNTED_MAX = 100_000;

    /** What is older is not told any more. */
    private static final Duration KNOWN_MAX = Duration.ofSeconds(10);

    private static final String UNSENT = """
        select (select count(*) from
                   (select from event where sent_at is null limit %d) counted) as events,
               coalesce((select extract(epoch from clock_timestamp() - recorded_at)
                   from event where sent_at is null order by position limit 1), 0)::float8
                   as seconds\
        """.formatted(COUNTED_MAX);

    private record Backlog(double events, double oldestSeconds, long toldNanos) {

        private static final Backlog UNKNOWN = new Backlog(Double.NaN, Double.NaN, 0);

        private boolean isOld() {
            return System.nanoTime() - toldNanos > KNOWN_MAX.toNanos();
        }
    }

    private final Pool pool;
    private volatile Backlog last = Backlog.UNKNOWN;
    private volatile boolean isWarned;

    OutboxBacklog(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        Gauge.builder("outbox_unsent_events", this, backlog -> backlog.known().events())
                .description("Events recorded and not yet acknowledged by Kafka")
                .register(metrics);
        Gauge.builder("outbox_oldest_unsent_seconds", this, one -> one.known().oldestSeconds())
                .description("How long the oldest of them has been waiting")
                .register(metrics);
    }

    private Backlog known() {
        Backlog known = last;
        return known.isOld() ? Backlog.UNKNOWN : known;
    }

    /** While the database keeps it waiting it is not called again: one connection is enough. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return pool.query(UNSENT)
                .execute()
                .invoke(rows -> last = read(rows.iterator().next()))
                .onFailure()
                .invoke(this::notTold)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void notTold(Throwable failure) {
        if (last != Backlog.UNKNOWN || !isWarned) {
            isWarned = true;
            LOG.warnf("The database does not tell what is still to be sent: %s", failure);
        }
        last = Backlog.UNKNOWN;
    }

    private static Backlog read(Row row) {
        return new Backlog(
                row.getLong("events"),
                // The service's clock, which dated the event, may be ahead of the database's.
                Math.max(0, row.getDouble("seconds")),
                System.nanoTime());
    }
}
