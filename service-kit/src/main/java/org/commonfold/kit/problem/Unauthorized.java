package org.commonfold.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * A request without a token, or with one that does not hold. In place of the problem library's own
 * mapper, which was built against an older Quarkus and fails with a missing field.
 */
class Unauthorized {

    private static final int BEFORE_THE_LIBRARY = 1;

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response handle(AuthenticationFailedException invalidToken) {
        return unauthorized("The token is malformed, expired, or not from our issuer");
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response handle(UnauthorizedException noToken) {
        return unauthorized("This needs a bearer token");
    }

    private static Response unauthorized(String detail) {
        return Problems.builder(401, "unauthorized", detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build()
                .toResponse();
    }
}
