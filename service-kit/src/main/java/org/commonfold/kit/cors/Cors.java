package org.commonfold.kit.cors;

import io.quarkus.vertx.http.security.CORS;
import io.quarkus.vertx.http.security.HttpSecurity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;
import java.util.Set;

/**
 * Lets browsers call from the origins that are set, by Quarkus's own filter. By its own settings it
 * would take two, and with one of them forgotten refuse everybody.
 */
@ApplicationScoped
class Cors {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /** What our answers say in headers, and a script could not read otherwise. */
    private static final Set<String> EXPOSED = Set.of(
            "Allow",
            "Deprecation",
            "ETag",
            "Idempotency-Replayed",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "WWW-Authenticate");

    private static final Set<String> ALLOWED = Set.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID");

    private static final Duration PREFLIGHT_KEPT = Duration.ofMinutes(10);

    private final CorsSettings settings;

    Cors(CorsSettings settings) {
        this.settings = settings;
    }

    void allow(@Observes HttpSecurity security) {
        settings.origins()
                .ifPresent(origins -> security.cors(CORS.origins(origins)
                        .methods(METHODS)
                        .headers(ALLOWED)
                        .exposedHeaders(EXPOSED)
                        .accessControlMaxAge(PREFLIGHT_KEPT)
                        .build()));
    }
}
