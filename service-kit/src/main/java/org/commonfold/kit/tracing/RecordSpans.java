package org.commonfold.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import java.nio.charset.StandardCharsets;

/**
 * Spans of records on their way through Kafka, each continuing the trace that its header names
 * (W3C Trace Context). Of a record that is not sampled only the last character of that header is
 * looked at, and where nothing is traced not even that: the log is read by the hundred thousand.
 */
@ApplicationScoped
public class RecordSpans {

    /** The header's name. */
    public static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final boolean isOn;

    RecordSpans(Tracer tracer, TracingSettings settings) {
        this.tracer = tracer;
        this.isOn = settings.share() > 0;
    }

    /**
     * Begins the span of sending a record, whose header then names this span.
     *
     * @return to be ended when Kafka has acknowledged it; one that does nothing where it is not
     *     traced
     */
    public Span sending(ProducerRecord<byte[], byte[]> record) {
        String traceparent = isOn ? text(record.headers().lastHeader(TRACEPARENT)) : null;
        if (!isSampled(traceparent)) {
            return Span.getInvalid();
        }
        Span span = builder(record.topic(), "send", traceparent)
                .setSpanKind(SpanKind.PRODUCER)
                .startSpan();
        record.headers().remove(TRACEPARENT);
        W3CTraceContextPropagator.getInstance()
                .inject(Context.root().with(span), record.headers(), RecordSpans::add);
        return span;
    }

    /**
     * Begins the span of what a service makes of a record it has read.
     *
     * @param traceparent the record's header, or null
     * @return to be ended when that is in the database; one that does nothing where it is not
     *     traced
     */
    public Span processing(String topic, int partition, long offset, String traceparent) {
        if (!isOn || !isSampled(traceparent)) {
            return Span.getInvalid();
        }
        return builder(topic, "process", traceparent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.destination.partition.id", Integer.toString(partition))
                .setAttribute("messaging.kafka.offset", offset)
                .startSpan();
    }

    /** Whether there may be any span at all. */
    public boolean isOn() {
        return isOn;
    }

    /** By the names of OpenTelemetry's semantic conventions for messaging. */
    private SpanBuilder builder(String topic, String operation, String traceparent) {
        return tracer.spanBuilder(operation + " " + topic)
                .setParent(TraceParent.context(traceparent))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.name", operation)
                .setAttribute("messaging.destination.name", topic);
    }

    private static boolean isSampled(String traceparent) {
        return traceparent != null && TraceParent.isSampled(traceparent);
    }

    private static String text(Header header) {
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.ISO_8859_1);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.ISO_8859_1));
    }
}
