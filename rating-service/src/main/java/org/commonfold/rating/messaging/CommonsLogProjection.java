package org.commonfold.rating.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.projection.Checkpoint;
import org.commonfold.kit.projection.LogProjection;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.kit.projection.PartitionFold;
import org.commonfold.rating.application.FollowLog;
import org.commonfold.rating.domain.LogEvent;
import org.commonfold.rating.domain.Unusable;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What rating makes of the log. What it cannot use it skips and counts; to report it is the
 * business of payout-service, which rejects just the same.
 */
@Startup
@ApplicationScoped
class CommonsLogProjection implements LogProjection {

    private static final Logger LOG = Logger.getLogger(CommonsLogProjection.class);

    private final FollowLog followLog;
    private final MeterRegistry metrics;

    CommonsLogProjection(FollowLog followLog, MeterRegistry metrics) {
        this.followLog = followLog;
        this.metrics = metrics;
        for (Unusable reason : Unusable.values()) {
            count(reason, 0);
        }
    }

    /** Nothing is kept in memory: any process can go on from the checkpoint. */
    @Override
    public PartitionFold assigned(int partition, Checkpoint checkpoint) {
        return this::fold;
    }

    private Uni<Void> fold(List<LogRecord> records) {
        List<LogEvent> events = readable(records);
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> followLog.follow(events))
                .invoke(skipped -> skipped.forEach(reason -> count(reason, 1)))
                .replaceWithVoid();
    }

    private List<LogEvent> readable(List<LogRecord> records) {
        List<LogEvent> events = new ArrayList<>();
        for (LogRecord record : records) {
            try {
                WireRecords.read(record).ifPresent(events::add);
            } catch (UnreadableRecord unreadable) {
                record.logIds()
                        .with("commonsId", record.keyText())
                        .log(() -> LOG.debugf(
                                "Skipped %s-%d at %d: %s",
                                record.topic(),
                                record.partition(),
                                record.offset(),
                                unreadable.getMessage()));
                count(Unusable.UNREADABLE, 1);
            }
        }
        return events;
    }

    private void count(Unusable reason, int records) {
        String tag = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        metrics.counter("log_skipped_records", "reason", tag).increment(records);
    }
}
