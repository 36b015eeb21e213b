package org.commonfold.payout.fold.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.RecordHeaders;
import org.commonfold.kit.eventstore.RecordToSend;
import org.commonfold.kit.projection.LogRecord;

/**
 * commons.log.rejected: every record the fold refused, as it was, with its place in the log and the
 * reason in headers. Only the fold writes there (docs/adr/0004).
 */
@ApplicationScoped
class RejectedRecords {

    private static final String TOPIC = "commons.log.rejected";

    private final EventStore events;
    private final MeterRegistry metrics;

    RejectedRecords(EventStore events, MeterRegistry metrics) {
        this.events = events;
        this.metrics = metrics;
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
                .invoke(() -> count(refused));
    }

    private void count(FoldedBatch.Refused refused) {
        metrics.counter("log_rejected_records", "reason", refused.reason().reason())
                .increment();
    }
}
