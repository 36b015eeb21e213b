package org.commonfold.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that is too large with a problem, whether that is announced or turns out. Without
 * it the server would say 413 and nothing else, and report a defect of its own.
 */
@ApplicationScoped
public class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN = 10_000;

    private final long bytesMax;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize max) {
        this.bytesMax = max.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVERS_OWN);
    }

    private void check(RoutingContext request) {
        if (isUnannounced(request.request())) {
            collect(request);
        } else if (announcedBytes(request) > bytesMax) {
            refuse(request);
        } else {
            request.next();
        }
    }

    private static boolean isUnannounced(HttpServerRequest request) {
        boolean isChunked = request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        boolean isStream = request.version() == HttpVersion.HTTP_2
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.isEnded();
        return isChunked || isStream;
    }

    /** Reads the body here, as far as it may go, for who comes next. */
    private void collect(RoutingContext request) {
        Buffer body = Buffer.buffer();
        request.request().handler(chunk -> {
            if (request.response().ended()) {
                return;
            }
            if (body.length() + chunk.length() > bytesMax) {
                refuse(request);
            } else {
                body.appendBuffer(chunk);
            }
        });
        request.request().endHandler(end -> {
            if (!request.response().ended()) {
                ((RoutingContextInternal) request).setBody(body);
                request.next();
            }
        });
        request.request().resume();
    }

    private void refuse(RoutingContext request) {
        JsonObject problem = new JsonObject()
                .put("type", "/problems/" + ProblemTypes.of(413))
                .put("title", "Body too large")
                .put("status", 413)
                .put("detail", "A body has at most " + bytesMax + " bytes");
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem.encode());
    }

    private static long announcedBytes(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException unreadable) {
            return Long.MAX_VALUE;
        }
    }
}
