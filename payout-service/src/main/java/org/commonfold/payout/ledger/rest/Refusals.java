package org.commonfold.payout.ledger.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;

import jakarta.ws.rs.core.HttpHeaders;

import org.commonfold.kit.problem.Problems;

final class Refusals {

    private static final int TRY_AFTER_SECONDS = 30;

    private Refusals() {}

    static HttpProblem tooManyStreams() {
        return tryLater("Too many follow balances here at once");
    }

    static HttpProblem tryLater(Throwable reason) {
        return tryLater(reason.getMessage());
    }

    private static HttpProblem tryLater(String detail) {
        return HttpProblem.builder(Problems.problem(503, "try-later", detail))
                .withHeader(HttpHeaders.RETRY_AFTER, TRY_AFTER_SECONDS)
                .build();
    }
}
