package org.commonfold.revenue.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.projection.LogProjection;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.kit.projection.PartitionFold;
import org.commonfold.revenue.application.FollowLog;
import org.commonfold.revenue.domain.LogEvent;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a partner may name, by the log. What it cannot use it skips and counts; to report it is the
 * business of payout-service, which rejects just the same.
 */
@ApplicationScoped
class CommonsLogProjection implements LogProjection {

    private static final Logger LOG = Logger.getLogger(CommonsLogProjection.class);
    private static final String SKIPPED = "log_skipped_records";

    private final FollowLog followLog;
    private final Counter unreadable;
    private final Counter unknownCommons;

    CommonsLogProjection(FollowLog followLog, MeterRegistry metrics) {
        this.followLog = followLog;
        this.unreadable = metrics.counter(SKIPPED, "reason", "unreadable");
        this.unknownCommons = metrics.counter(SKIPPED, "reason", "unknown-commons");
    }

    /** Nothing is kept in memory: any process can go on from the checkpoint. */
    @Override
    public PartitionFold assigned(int partition, long checkpoint) {
        return this::fold;
    }

    private Uni<Void> fold(List<LogRecord> records) {
        List<LogEvent> events = readable(records);
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> followLog.follow(events))
                .invoke(skipped -> unknownCommons.increment(skipped))
                .replaceWithVoid();
    }

    private List<LogEvent> readable(List<LogRecord> records) {
        List<LogEvent> events = new ArrayList<>();
        for (LogRecord record : records) {
            try {
                WireRecords.read(record).ifPresent(events::add);
            } catch (UnreadableRecord reason) {
                unreadable.increment();
                LOG.warnf(
                        "Skipped %s-%d at %d: %s",
                        record.topic(), record.partition(), record.offset(), reason.getMessage());
            }
        }
        return events;
    }
}
