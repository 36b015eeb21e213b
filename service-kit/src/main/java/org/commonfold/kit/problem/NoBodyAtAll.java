package org.commonfold.kit.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

/**
 * A request without a body need not say what kind of body it has. The framework would look for a
 * reader of unknown bytes, and answer 415 where no body is fine.
 */
@ApplicationScoped
public class NoBodyAtAll {

    private static final int PRIORITY = 10;

    void register(@Observes Filters filters) {
        filters.register(NoBodyAtAll::name, PRIORITY);
    }

    private static void name(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isWithout(request)) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        context.next();
    }

    private static boolean isWithout(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.getHeader(HttpHeaders.CONTENT_TYPE) == null
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
                && (length == null || "0".equals(length));
    }
}
