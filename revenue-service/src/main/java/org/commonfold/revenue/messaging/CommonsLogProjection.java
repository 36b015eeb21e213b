package org.commonfold.revenue.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.projection.Checkpoint;
import org.commonfold.kit.projection.LogProjection;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.kit.projection.PartitionFold;
import org.commonfold.revenue.application.FollowLog;
import org.commonfold.revenue.delivery.messaging.ToldRecords;
import org.commonfold.revenue.domain.LogEvent;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a partner may name and what it is told of, by the log and by payout-service's own. What it
 * cannot use it skips and counts; to report it is the business of payout-service, which rejects
 * just the same.
 */
@Startup
@ApplicationScoped
class CommonsLogProjection implements LogProjection {

    private static final Logger LOG = Logger.getLogger(CommonsLogProjection.class);
    private static final String SKIPPED = "log_skipped_records";

    private final FollowLog followLog;
    private final ToldRecords toldRecords;
    private final Counter unreadable;
    private final Counter unknownCommons;

    CommonsLogProjection(FollowLog followLog, ToldRecords toldRecords, MeterRegistry metrics) {
        this.followLog = followLog;
        this.toldRecords = toldRecords;
        this.unreadable = metrics.counter(SKIPPED, "reason", "unreadable");
        this.unknownCommons = metrics.counter(SKIPPED, "reason", "unknown-commons");
    }

    /** Nothing is kept in memory: any process can go on from the checkpoint. */
    @Override
    public PartitionFold assigned(int partition, Checkpoint checkpoint) {
        return this::fold;
    }

    private Uni<Void> fold(List<LogRecord> records) {
        List<LogEvent> events = readable(records);
        // Partners are told of contributions that are known here: that comes first.
        return Uni.createFrom()
                .deferred(() -> follow(events).chain(() -> toldRecords.write(records)));
    }

    private Uni<Void> follow(List<LogEvent> events) {
        return events.isEmpty()
                ? Uni.createFrom().voidItem()
                : followLog
                        .follow(events)
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
                record.logIds()
                        .with("commonsId", record.keyText())
                        .log(() -> LOG.warnf(
                                "Skipped %s-%d at %d: %s",
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                reason.getMessage()));
            }
        }
        return events;
    }
}
