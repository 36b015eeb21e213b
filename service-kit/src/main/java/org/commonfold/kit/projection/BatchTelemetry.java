package org.commonfold.kit.projection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.tracing.RecordSpans;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is told of batches of the log: counters, their time, and a span for each traced record. */
@Startup
@ApplicationScoped
class BatchTelemetry {

    private static final Duration[] TIMES = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
    };

    private final RecordSpans recordSpans;
    private final Counter records;
    private final Counter duplicates;
    private final Timer batches;

    BatchTelemetry(RecordSpans recordSpans, MeterRegistry metrics) {
        this.recordSpans = recordSpans;
        this.records = metrics.counter("log_read_records");
        this.duplicates = metrics.counter("log_duplicate_records");
        this.batches = Timer.builder("log_batch")
                .description("From the reading of a batch to its commit, outages included")
                .serviceLevelObjectives(TIMES)
                .register(metrics);
    }

    /** Records that have not been in the database. */
    void read(List<LogRecord> unwritten) {
        records.increment(unwritten.size());
    }

    Batch begin() {
        return new Batch();
    }

    /** One batch of one partition, from its beginning to its commit. */
    final class Batch {

        private final Timer.Sample timing = Timer.start();
        /** By offset. */
        private final Map<Long, Span> spans = new HashMap<>();

        /** Of so many records, these are the first of their event. */
        void folds(int recordCount, List<LogRecord> firsts) {
            duplicates.increment(recordCount - firsts.size());
            if (recordSpans.isOn()) {
                firsts.forEach(this::trace);
            }
        }

        private void trace(LogRecord record) {
            Span span = recordSpans.processing(
                    record.topic(), record.partition(), record.offset(), record.traceparent());
            if (span.isRecording()) {
                spans.put(record.offset(), span);
            }
        }

        /** Some of its records, that end by themselves. */
        Batch partOf(List<LogRecord> records) {
            Batch part = new Batch();
            for (LogRecord record : records) {
                Span span = spans.remove(record.offset());
                if (span != null) {
                    part.spans.put(record.offset(), span);
                }
            }
            return part;
        }

        void end() {
            timing.stop(batches);
            spans.values().forEach(Span::end);
        }
    }
}
