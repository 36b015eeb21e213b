package org.commonfold.payout.fold.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.RecordHeaders;
import org.commonfold.kit.eventstore.RecordToSend;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.payout.fold.domain.Rejection;
import org.jboss.logging.Logger;

/**
 * commons.log.rejected: every record the fold refused, as it was, with its place in the log and the
 * reason in headers. Only the fold writes there (docs/adr/0004).
 */
@Startup
@ApplicationScoped
class RejectedRecords {

    private static final Logger LOG = Logger.getLogger(RejectedRecords.class);
    private static final String TOPIC = "commons.log.rejected";

    private final EventStore events;
    private final MeterRegistry metrics;

    RejectedRecords(EventStore events, MeterRegistry metrics) {
        this.events = events;
        this.metrics = metrics;
        // Counters that are there from the start: an increase from nothing to one is none.
        for (Rejection reason : Rejection.values()) {
            count(reason, 0);
        }
    }

    Uni<Void> record(FoldedBatch.Refused refused) {
        LogRecord record = refused.record();
        RecordHeaders headers = record.headers()
                .copy()
                .add("rejected-topic", record.topic())
                .add("rejected-partition", Integer.toString(record.partition()))
                .add("rejected-offset", Long.toString(record.offset()))
                .add("rejected-reason", refused.reason().reason())
                .add("rejected-detail", refused.detail());
        RecordToSend copy = new RecordToSend(TOPIC, record.key(), headers, record.value());
        return events.forward(PayoutLog.stream(record), record.offset() - 1, copy)
                .invoke(() -> tell(refused));
    }

    /** With ids and without the data: whatever is in there, no service of ours has checked it. */
    private void tell(FoldedBatch.Refused refused) {
        count(refused.reason(), 1);
        LogRecord record = refused.record();
        record.logIds()
                .with("commonsId", record.keyText())
                .log(() -> LOG.warnf(
                        "Rejected %s-%d at %d: %s",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        refused.reason().reason()));
    }

    private void count(Rejection reason, int records) {
        metrics.counter("log_rejected_records", "reason", reason.reason()).increment(records);
    }
}
