package org.commonfold.kit.identity;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.time.Clock;
import java.util.Optional;

/** Verifies a token that comes with many requests once a minute. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
abstract class VerifyingOnce implements JWTParser {

    private final JWTParser parser;
    private final VerifiedTokens verified;
    private final boolean isAgeLimited;

    /**
     * @param ageMax a limit that runs out without a claim that says so: where one is set, every
     *     token is verified with every request
     */
    VerifyingOnce(
            @Any @Delegate JWTParser parser,
            Clock clock,
            @ConfigProperty(name = "mp.jwt.verify.token.age") Optional<Integer> ageMax) {
        this.parser = parser;
        this.verified = new VerifiedTokens(clock);
        this.isAgeLimited = ageMax.isPresent();
    }

    @Override
    public JsonWebToken parse(String text) throws ParseException {
        JsonWebToken known = verified.find(text);
        if (known != null) {
            return known;
        }
        JsonWebToken token = parser.parse(text);
        if (!isAgeLimited) {
            verified.keep(text, token);
        }
        return token;
    }
}
