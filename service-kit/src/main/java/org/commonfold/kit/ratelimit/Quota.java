package org.commonfold.kit.ratelimit;

import io.micrometer.core.instrument.Counter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;

import jakarta.ws.rs.core.HttpHeaders;

import org.commonfold.kit.problem.Problems;

/**
 * A limit of one operation's own, for callers that only the operation can tell apart, such as the
 * senders of signed messages. It is told beside that of every caller, in the same headers.
 */
public final class Quota {

    /** Null for no limit. */
    private final Allowance allowance;

    private final Counter refused;

    Quota(Allowance allowance, Counter refused) {
        this.allowance = allowance;
        this.refused = refused;
    }

    /**
     * Takes one request from what the caller has left.
     *
     * @param caller whose name nobody else can have
     * @param response gets the headers, whatever it will be
     * @throws HttpProblem 429 when there is nothing left
     */
    public void take(String caller, HttpServerResponse response) {
        if (allowance == null) {
            return;
        }
        Allowance.Verdict verdict = allowance.take(caller);
        add(response.headers(), RateLimit.POLICY, allowance.policy());
        add(response.headers(), RateLimit.STATE, allowance.state(verdict));
        if (!verdict.isAllowed()) {
            refused.increment();
            throw tooMany(verdict);
        }
    }

    /** Each of the two headers is a list (RFC 9651, section 3.1). */
    private static void add(MultiMap headers, String name, String value) {
        String present = headers.get(name);
        headers.set(name, present == null ? value : present + ", " + value);
    }

    private HttpProblem tooMany(Allowance.Verdict verdict) {
        HttpProblem problem = Problems.problem(
                429,
                "too-many-requests",
                "That is more than " + allowance.policy() + " allows; come later");
        return HttpProblem.builder(problem)
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(verdict.secondsToNext()))
                .build();
    }
}
