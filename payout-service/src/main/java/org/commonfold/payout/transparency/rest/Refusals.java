package org.commonfold.payout.transparency.rest;

import static org.commonfold.kit.problem.Problems.notFound;
import static org.commonfold.kit.problem.Problems.notFoundYet;
import static org.commonfold.kit.problem.Problems.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

import jakarta.ws.rs.core.HttpHeaders;

/** What is refused, as HTTP has it. */
final class Refusals {

    private static final String TRY_AFTER_SECONDS = "5";

    private Refusals() {}

    static HttpProblem unknownEntry() {
        return notFound("There is no such entry");
    }

    static HttpProblem unknownCommons() {
        return notFoundYet("There is no such commons, or it has not been read from the log yet");
    }

    static HttpProblem unsoundCharter() {
        return problem(
                422,
                "unsound-charter",
                "Criteria must have different names and points must not fall");
    }

    static HttpProblem usageTwice() {
        return problem(422, "usage-twice", "A contribution is named twice in the usage");
    }

    static HttpProblem noAmount() {
        return problem(422, "amount-not-positive", "An amount is more than nothing");
    }

    /** What has been read of the log until now is kept for the next attempt. */
    static HttpProblem tryLater(Throwable reason) {
        return HttpProblem.builder(problem(503, "try-later", reason.getMessage()))
                .withHeader(HttpHeaders.RETRY_AFTER, TRY_AFTER_SECONDS)
                .build();
    }
}
