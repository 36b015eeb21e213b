package org.commonfold.kit.projection;

import io.opentelemetry.context.Context;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.kit.eventstore.CloudEvents;
import org.commonfold.kit.eventstore.RecordHeaders;
import org.commonfold.kit.logging.LogIds;
import org.commonfold.kit.tracing.RecordSpans;
import org.commonfold.kit.tracing.TraceParent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One record of the log as it was read.
 *
 * @param topic the topic
 * @param partition the partition
 * @param offset its place in the partition
 * @param key the raw key, or null
 * @param headers the headers
 * @param value the raw value, or null
 * @param time the record's own: the same whoever reads it, and whenever
 */
public record LogRecord(
        String topic,
        int partition,
        long offset,
        byte[] key,
        RecordHeaders headers,
        byte[] value,
        Instant time) {

    /** The end of the year 9999: whatever a producer wrote, a database can keep it. */
    private static final long TIME_MAX_MILLIS = 253_402_300_799_999L;

    /** As it was polled. */
    public static LogRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new LogRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                RecordHeaders.of(record.headers()),
                record.value(),
                Instant.ofEpochMilli(Math.max(0, Math.min(record.timestamp(), TIME_MAX_MILLIS))));
    }

    /** The offset after the last of these. */
    static long after(List<LogRecord> records) {
        return records.get(records.size() - 1).offset() + 1;
    }

    /** The key as text, or null. */
    public String keyText() {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /** The CloudEvents id, or null. */
    public String eventId() {
        return headers.last(CloudEvents.ID).orElse(null);
    }

    /** Its W3C trace context, or null. */
    String traceparent() {
        return headers.last(RecordSpans.TRACEPARENT).orElse(null);
    }

    /** For what follows from it: the trace that it is a part of, if any. */
    public Context traceContext() {
        return TraceParent.context(traceparent());
    }

    /** For the lines that are logged about it. */
    public LogIds logIds() {
        return new LogIds()
                .with(LogIds.EVENT, eventId())
                .with(LogIds.TRACE, TraceParent.traceId(traceparent()));
    }

    /** The CloudEvents type, or null. */
    public String eventType() {
        return headers.last(CloudEvents.TYPE).orElse(null);
    }
}
