package org.commonfold.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Answers a body that is announced as too large with a problem. Without it the server would say 413
 * and nothing else. For bodies that turn out too large see {@link CountedBody}.
 */
@ApplicationScoped
public class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN = 10_000;

    private final BodySizes sizes;

    BodyLimit(BodySizes sizes) {
        this.sizes = sizes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_SERVERS_OWN);
    }

    private void check(RoutingContext request) {
        long bytesMax = sizes.bytesMax(request.normalizedPath());
        if (announcedBytes(request) <= bytesMax) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        EarlyProblems.send(request, 413, detail(bytesMax));
    }

    static String detail(long bytesMax) {
        return "A body has at most " + bytesMax + " bytes";
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
