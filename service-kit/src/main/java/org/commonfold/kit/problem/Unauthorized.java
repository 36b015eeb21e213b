package org.commonfold.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;

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
        return Problems.unauthorized("The token is malformed, expired, or not from our issuer")
                .toResponse();
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response handle(UnauthorizedException noToken) {
        return Problems.unauthorized("This needs a bearer token").toResponse();
    }
}
