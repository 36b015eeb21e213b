package org.commonfold.kit.identity;

import jakarta.enterprise.context.RequestScoped;

import org.commonfold.kit.problem.Problems;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.Optional;
import java.util.regex.Pattern;

/** Who is asking, by the verified token of the request. */
@RequestScoped
public class Caller {

    /** Ids of people: opaque, 1–64 characters. */
    public static final String ID_PATTERN = "[A-Za-z0-9._:-]{1,64}";

    private static final Pattern ID = Pattern.compile(ID_PATTERN);

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The token's {@code sub}.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 401 when it is not an id of ours
     */
    public String id() {
        String subject = token.getSubject();
        if (subject == null || !ID.matcher(subject).matches()) {
            throw Problems.unauthorized("The token's sub is not " + ID_PATTERN);
        }
        return subject;
    }

    public boolean hasRole(String role) {
        return token.getGroups() != null && token.getGroups().contains(role);
    }

    /** The organisation the token speaks for: its claim of that name, if it has one. */
    public Optional<String> claim(String name) {
        return token.claim(name).map(Object::toString);
    }
}
