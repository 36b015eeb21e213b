package org.commonfold.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

import java.net.URI;
import java.util.List;

/** RFC 9457 problems. The type is stable: clients may branch on it. */
public final class Problems {

    static final String TYPES = "/problems/";

    private Problems() {}

    /**
     * A refusal.
     *
     * @param status 4xx
     * @param type its kebab-case name
     * @param detail one sentence for whoever sent the request
     */
    public static HttpProblem problem(int status, String type, String detail) {
        return builder(status, type, detail).build();
    }

    /** Nobody we know is asking; says what would help (RFC 9110, 15.5.2). */
    public static HttpProblem unauthorized(String detail) {
        return builder(Status.UNAUTHORIZED.getStatusCode(), "unauthorized", detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** What was asked for is not here. */
    public static HttpProblem notFound(String detail) {
        return problem(Status.NOT_FOUND.getStatusCode(), "not-found", detail);
    }

    /** Not here yet, perhaps: what others wrote arrives by the log. */
    public static HttpProblem notFoundYet(String detail) {
        return builder(Status.NOT_FOUND.getStatusCode(), "not-found", detail)
                .withHeader(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }

    /** A request that is wrong in one place or more; the first is named in the detail too. */
    static HttpProblem invalid(List<InvalidField> errors) {
        InvalidField first = errors.get(0);
        String detail = (first.pointer() + " " + first.detail()).strip();
        return builder(400, "invalid-request", detail).with("errors", errors).build();
    }

    static HttpProblem.Builder builder(int status, String type, String detail) {
        return HttpProblem.builder()
                .withType(URI.create(TYPES + type))
                .withTitle(title(type))
                .withStatus(status)
                .withDetail(detail);
    }

    /** {@code self-rating} reads "Self rating". */
    static String title(String type) {
        return Character.toUpperCase(type.charAt(0)) + type.substring(1).replace('-', ' ');
    }
}
