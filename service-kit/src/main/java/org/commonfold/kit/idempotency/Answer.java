package org.commonfold.kit.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.net.URI;

/**
 * What a command answers.
 *
 * @param status 2xx
 * @param location of what was created, relative to the host; or null
 * @param version of what the body shows, for its ETag; or null
 * @param body becomes JSON
 * @param isReplay whether it was given before, recognized by something else than a key
 */
public record Answer(int status, URI location, Long version, Object body, boolean isReplay) {

    public Answer(int status, URI location, Long version, Object body) {
        this(status, location, version, body, false);
    }

    public static Answer created(String location, Object body) {
        return new Answer(
                Response.Status.CREATED.getStatusCode(), URI.create(location), null, body);
    }

    public static Answer ok(Object body) {
        return new Answer(Response.Status.OK.getStatusCode(), null, null, body);
    }

    /** With a strong ETag. */
    public Answer withVersion(long number) {
        return new Answer(status, location, number, body, isReplay);
    }

    /** Says that it was given before. */
    public Answer asReplay() {
        return new Answer(status, location, version, body, true);
    }

    /** For answers that need not be kept. */
    public Response toResponse() {
        Response.ResponseBuilder response = Response.status(status).entity(body);
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        if (version != null) {
            response.tag(version.toString());
        }
        return response.build();
    }
}
