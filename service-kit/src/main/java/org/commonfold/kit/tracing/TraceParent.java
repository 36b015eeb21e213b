package org.commonfold.kit.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;

import java.util.Set;

/** The W3C header of that name: {@code 00-<trace id>-<span id>-<flags>}. */
public final class TraceParent {

    private static final int LENGTH = 55;

    private static final TextMapGetter<String> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return Set.of(RecordSpans.TRACEPARENT);
        }

        @Override
        public String get(String traceparent, String name) {
            return RecordSpans.TRACEPARENT.equals(name) ? traceparent : null;
        }
    };

    private TraceParent() {}

    /** The lowest bit of the flags, the last of its hexadecimal digits. */
    static boolean isSampled(String traceparent) {
        return traceparent.length() == LENGTH
                && (Character.digit(traceparent.charAt(LENGTH - 1), 16) & 1) == 1;
    }

    /** Whose child a span is to be; nobody's when the header is null or not one. */
    public static Context context(String traceparent) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, GETTER);
    }

    /** The trace it names, or null. */
    public static String traceId(String traceparent) {
        SpanContext named = Span.fromContext(context(traceparent)).getSpanContext();
        return named.isValid() ? named.getTraceId() : null;
    }
}
