package org.commonfold.revenue.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Forgets what type a body would have that was not sent. Where a body may be left out, many clients
 * leave it out and name a type all the same, that of a form: there would be 415 for nothing.
 */
@ApplicationScoped
class TypeOfNothing {

    private static final int BEFORE_THE_RESOURCES = 1_000;

    void register(@Observes Filters filters) {
        filters.register(TypeOfNothing::forget, BEFORE_THE_RESOURCES);
    }

    private static void forget(RoutingContext request) {
        if (isWithoutBody(request.request())) {
            request.request().headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        request.next();
    }

    private static boolean isWithoutBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.getHeader("Transfer-Encoding") == null : length.equals("0");
    }
}
