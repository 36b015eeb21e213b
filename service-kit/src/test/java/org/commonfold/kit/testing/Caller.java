package org.commonfold.kit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Whoever may call a service: the columns of its authorization table. */
public enum Caller {
    ANONYMOUS("", ""),
    /** Whose contribution, rating or need it is. */
    CONTRIBUTOR("ada", "contributor"),
    OTHER_CONTRIBUTOR("bob", "contributor"),
    /** Of the commons in question. */
    STEWARD("sue", "steward"),
    OTHER_STEWARD("sam", "steward"),
    TREASURER("tess", "treasurer"),
    PARTNER("acme", "partner"),
    OPERATOR("olga", "operator");

    /** HTTP/1.1: a server closes a connection of HTTP/2 on which many answers are not read. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String subject;
    private final String role;

    Caller(String subject, String role) {
        this.subject = subject;
        this.role = role;
    }

    /** The status of the answer, whether or not its body ever ends. */
    public int status(String method, URI uri, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        // A test may bring a token that says more than the role.
        if (this != ANONYMOUS && !headers.containsKey("Authorization")) {
            request.header("Authorization", "Bearer " + token());
        }
        try {
            HttpResponse<InputStream> response =
                    CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String token() {
        return this == PARTNER
                ? TestTokens.partnerToken(subject, subject)
                : TestTokens.token(subject, role);
    }
}
