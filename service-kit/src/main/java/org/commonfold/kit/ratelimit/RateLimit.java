package org.commonfold.kit.ratelimit;

import io.github.bucket4j.TimeMeter;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.problem.EarlyProblems;
import org.eclipse.microprofile.jwt.JsonWebToken;

import java.util.function.BiConsumer;

/**
 * Keeps one caller from taking what all share. Every answer tells what is left of the quota, in the
 * headers of draft-ietf-httpapi-ratelimit-headers; beyond it there is only 429. Counted in this
 * instance alone: see docs/adr/0009.
 */
@ApplicationScoped
public class RateLimit {

    static final String POLICY = "RateLimit-Policy";
    static final String STATE = "RateLimit";

    /** Behind the server's own authentication (200) and authorization (100). */
    private static final int ONCE_IT_IS_KNOWN_WHO_ASKS = 50;

    private final RateLimitSettings settings;
    private final IdentityProviderManager identities;
    private final Refused refused;
    private final Allowance reads;
    private final Allowance writes;

    RateLimit(RateLimitSettings settings, IdentityProviderManager identities, Refused refused) {
        this.settings = settings;
        this.identities = identities;
        this.refused = refused;
        this.reads = allowance("reads", settings.readsPerMinute());
        this.writes = allowance("writes", settings.writesPerMinute());
    }

    private Allowance allowance(String name, int perMinute) {
        refused.by(name);
        return perMinute == 0
                ? null
                : new Allowance(name, perMinute, settings.callersMax(), TimeMeter.SYSTEM_NANOTIME);
    }

    void register(@Observes Filters filters) {
        if (settings.enabled()) {
            filters.register(this::count, ONCE_IT_IS_KNOWN_WHO_ASKS);
        }
    }

    private void count(RoutingContext request) {
        Allowance allowance = isRead(request) ? reads : writes;
        if (allowance == null) {
            request.next();
            return;
        }
        whoAsks(request)
                .subscribe()
                .with(caller -> take(allowance, caller, request), request::fail);
    }

    private Uni<String> whoAsks(RoutingContext request) {
        BiConsumer<RoutingContext, Throwable> refuse =
                request.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        // A token that does not hold is for the resource to refuse, if it needs one at all.
        BiConsumer<RoutingContext, Throwable> leaveIt = (where, failure) -> {};
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leaveIt);
        return QuarkusHttpUser.getSecurityIdentity(request, identities)
                .map(identity -> caller(identity, request))
                .onFailure()
                .recoverWithItem(() -> address(request))
                .invoke(() -> request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, refuse));
    }

    private static boolean isRead(RoutingContext request) {
        HttpMethod method = request.request().method();
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
    }

    private static String caller(SecurityIdentity identity, RoutingContext request) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
            String subject = token.getSubject();
            // Others are refused anyway, and might be of any length.
            if (subject != null && subject.matches(Caller.ID_PATTERN)) {
                return "subject " + subject;
            }
        }
        return address(request);
    }

    private static String address(RoutingContext request) {
        return "address " + request.request().remoteAddress().hostAddress();
    }

    private void take(Allowance allowance, String caller, RoutingContext request) {
        Allowance.Verdict verdict = allowance.take(caller);
        request.response()
                .putHeader(POLICY, allowance.policy())
                .putHeader(STATE, allowance.state(verdict));
        if (verdict.isAllowed()) {
            request.next();
            return;
        }
        refused.by(allowance.name()).increment();
        request.response()
                .putHeader(HttpHeaders.RETRY_AFTER, Long.toString(verdict.secondsToNext()));
        EarlyProblems.send(
                request, 429, "That is more than " + allowance.policy() + " allows; come later");
    }
}
