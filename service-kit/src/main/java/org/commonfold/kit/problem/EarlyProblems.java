package org.commonfold.kit.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Problems found before any resource is asked. */
public final class EarlyProblems {

    private EarlyProblems() {}

    /**
     * Ends the request with a problem of the type that its status has.
     *
     * @param status 4xx
     * @param detail one sentence for whoever sent the request
     */
    public static void send(RoutingContext request, int status, String detail) {
        String type = ProblemTypes.of(status);
        JsonObject problem = new JsonObject()
                .put("type", Problems.TYPES + type)
                .put("title", Problems.title(type))
                .put("status", status)
                .put("detail", detail);
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem.encode());
    }
}
