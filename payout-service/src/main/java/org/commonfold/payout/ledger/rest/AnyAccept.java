package org.commonfold.payout.ledger.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The books are lines in a form of their own, which says itself what it is: whoever asks for it by
 * its name gets it, and so does whoever asks for another. Streams of text have no negotiation in
 * Quarkus 3.34.1, which would answer 406 to both.
 */
@ApplicationScoped
class AnyAccept {

    private static final String BOOKS = "/v1/ledger/";
    private static final String ANYTHING = "*/*";
    private static final int PRIORITY = 10;

    void register(@Observes Filters filters) {
        filters.register(AnyAccept::accept, PRIORITY);
    }

    private static void accept(RoutingContext context) {
        if (context.normalizedPath().startsWith(BOOKS)) {
            context.request().headers().set(HttpHeaders.ACCEPT, ANYTHING);
        }
        context.next();
    }
}
