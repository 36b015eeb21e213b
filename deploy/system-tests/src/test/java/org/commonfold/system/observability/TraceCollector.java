package org.commonfold.system.observability;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Takes spans as a collector does: OTLP, as protobuf over HTTP. */
final class TraceCollector implements AutoCloseable {

    /** A span, and of which service. */
    record Taken(String service, Span span) {

        String kind() {
            return span.getKind().name().replace("SPAN_KIND_", "");
        }

        String id() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        String parent() {
            return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        }

        private boolean isOf(String traceId) {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray()).equals(traceId);
        }
    }

    private final HttpServer server;
    private final Queue<Taken> spans = new ConcurrentLinkedQueue<>();

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /** What the services are told of it. */
    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<Taken> spans(String traceId) {
        return spans.stream().filter(one -> one.isOf(traceId)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = decoded(exchange)) {
            for (ResourceSpans of :
                    ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
                String service = service(of.getResource());
                of.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .forEach(span -> spans.add(new Taken(service, span)));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static InputStream decoded(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return isZipped ? new GZIPInputStream(body) : body;
    }

    private static String service(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(one -> one.getKey().equals("service.name"))
                .map(one -> one.getValue().getStringValue())
                .findFirst()
                .orElse("unnamed");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
