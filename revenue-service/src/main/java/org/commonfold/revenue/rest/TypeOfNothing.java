package org.commonfold.revenue.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Takes a body that was not sent for JSON that was not sent. Where a body may be left out, many
 * clients leave it out and name no type, or all the same that of a form: there would be 415 for
 * nothing.
 */
@ApplicationScoped
class TypeOfNothing {

    private static final int BEFORE_THE_RESOURCES = 1_000;

    void register(@Observes Filters filters) {
        filters.register(TypeOfNothing::name, BEFORE_THE_RESOURCES);
    }

    private static void name(RoutingContext request) {
        boolean isPost = HttpMethod.POST.equals(request.request().method());
        if (isPost && isWithoutBody(request.request())) {
            request.request().headers().set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        request.next();
    }

    private static boolean isWithoutBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.getHeader("Transfer-Encoding") == null : length.equals("0");
    }
}
