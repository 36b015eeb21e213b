package org.commonfold.revenue.delivery.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.function.ToDoubleFunction;

/**
 * What waits to be sent to partners, and to whom nothing can be sent. Not a number while the
 * database does not tell.
 */
@ApplicationScoped
class DeliveryQueueMetrics {

    /** Beyond it the number is not exact any more, and the question would cost too much. */
    private static final int COUNTED_MAX = 100_000;

    private record Queue(
            double pending, double overdueSeconds, double working, double failing, double off) {

        private static final Queue UNKNOWN =
                new Queue(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Failing endpoints are tried one message at a time: what is late there is late by design. */
    private static final String QUEUE = """
        select (select count(*) from
                   (select from delivery where state = 'pending' limit %d) counted) as pending,
               coalesce(extract(epoch from now() - min(due.next_attempt_at)), 0)::float8
                   as overdue_seconds,
               count(*) filter (where disabled_at is null and failing_since is null) as working,
               count(*) filter (where disabled_at is null and failing_since is not null)
                   as failing,
               count(*) filter (where disabled_at is not null) as off
          from endpoint left join lateral (
               select next_attempt_at from delivery
                where delivery.endpoint_id = endpoint.endpoint_id and state = 'pending'
                  and next_attempt_at < now()
                  and disabled_at is null and failing_since is null
                order by next_attempt_at limit 1) due on true
         where removed_at is null\
        """.formatted(COUNTED_MAX);

    private final Pool pool;
    private volatile Queue queue = Queue.UNKNOWN;

    DeliveryQueueMetrics(Pool pool, MeterRegistry metrics) {
        this.pool = pool;
        gauge("webhook_pending_deliveries", Queue::pending)
                .description("Messages to partners that are still to be sent")
                .register(metrics);
        gauge("webhook_overdue_seconds", Queue::overdueSeconds)
                .description("How late the oldest message to an endpoint that works is")
                .register(metrics);
        endpoints(metrics, "working", Queue::working);
        endpoints(metrics, "failing", Queue::failing);
        endpoints(metrics, "disabled", Queue::off);
    }

    private void endpoints(MeterRegistry metrics, String state, ToDoubleFunction<Queue> number) {
        gauge("webhook_endpoints", number)
                .tag("state", state)
                .description("Endpoints of partners")
                .register(metrics);
    }

    private Gauge.Builder<DeliveryQueueMetrics> gauge(String name, ToDoubleFunction<Queue> number) {
        return Gauge.builder(name, this, all -> number.applyAsDouble(all.queue));
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return pool.query(QUEUE)
                .execute()
                .invoke(rows -> queue = read(rows.iterator().next()))
                .onFailure()
                .invoke(() -> queue = Queue.UNKNOWN)
                .replaceWithVoid();
    }

    private static Queue read(Row row) {
        return new Queue(
                row.getLong("pending"),
                row.getDouble("overdue_seconds"),
                row.getLong("working"),
                row.getLong("failing"),
                row.getLong("off"));
    }
}
