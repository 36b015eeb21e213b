package org.commonfold.kit.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import java.util.HashMap;
import java.util.Map;

/**
 * How far the database is behind the log, in every partition, whoever reads it: a partition that
 * nobody reads is the one to hear of. So every replica tells the same, and a sum over them is none.
 * While the broker or the database is away, what was known last is what still is to be read.
 */
@ApplicationScoped
class LogLag {

    private static final Logger LOG = Logger.getLogger(LogLag.class);

    private final LogEnds ends;
    private final Checkpoints checkpoints;
    private final MultiGauge records;
    private final MultiGauge seconds;
    private final Map<TopicPartition, Long> lastEnds = new HashMap<>();
    private final Map<TopicPartition, Long> lastCheckpoints = new HashMap<>();
    private final Map<TopicPartition, WaitingTime> waiting = new HashMap<>();
    private volatile boolean isDatabaseKnown;
    private volatile double brokerUp = Double.NaN;

    LogLag(LogEnds ends, Checkpoints checkpoints, MeterRegistry metrics) {
        this.ends = ends;
        this.checkpoints = checkpoints;
        this.records = MultiGauge.builder("log_lag_records")
                .description("Records of the log that are not in the database yet")
                .register(metrics);
        this.seconds = MultiGauge.builder("log_lag_seconds")
                .description("For how long the oldest of them has been waiting, at least")
                .register(metrics);
        Gauge.builder("log_broker_up", this, lag -> lag.brokerUp)
                .description("1 where the broker tells where the log ends, 0 where it does not")
                .register(metrics);
    }

    @Scheduled(
            every = "${log.lag-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookAtLog() {
        try {
            Map<TopicPartition, Long> found = ends.read();
            brokerUp = 1;
            tell(found, Map.of());
        } catch (LogEnds.Unknown unreachable) {
            brokerUp = 0;
            LOG.debug("The broker does not tell where the log ends", unreachable);
            tell(Map.of(), Map.of());
        }
    }

    /** While the database keeps it waiting it is not called again: one connection is enough. */
    @Scheduled(
            every = "${log.lag-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> lookAtDatabase() {
        return checkpoints
                .all()
                .invoke(found -> {
                    isDatabaseKnown = true;
                    tell(Map.of(), found);
                })
                .onFailure()
                .invoke(away -> LOG.debug("The database does not tell how far it is", away))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private synchronized void tell(
            Map<TopicPartition, Long> newEnds, Map<TopicPartition, Long> newCheckpoints) {
        lastEnds.putAll(newEnds);
        lastCheckpoints.putAll(newCheckpoints);
        if (!isDatabaseKnown) {
            // To take all of the log for unread would be a false alarm.
            return;
        }
        long now = System.nanoTime();
        records.register(
                lastEnds.entrySet().stream()
                        .map(end -> MultiGauge.Row.of(tags(end.getKey()), lag(end)))
                        .toList(),
                true);
        seconds.register(
                lastEnds.entrySet().stream()
                        .map(end -> MultiGauge.Row.of(tags(end.getKey()), waited(end, now)))
                        .toList(),
                true);
    }

    private static Tags tags(TopicPartition partition) {
        return Tags.of(
                "topic", partition.topic(), "partition", Integer.toString(partition.partition()));
    }

    private long next(TopicPartition partition) {
        return lastCheckpoints.getOrDefault(partition, 0L);
    }

    private long lag(Map.Entry<TopicPartition, Long> end) {
        return Math.max(0, end.getValue() - next(end.getKey()));
    }

    private double waited(Map.Entry<TopicPartition, Long> end, long nowNanos) {
        return waiting.computeIfAbsent(end.getKey(), none -> new WaitingTime())
                        .at(nowNanos, end.getValue(), next(end.getKey()))
                        .toMillis()
                / 1e3;
    }

    void stop(@Observes ShutdownEvent stopping) {
        ends.close();
    }
}
