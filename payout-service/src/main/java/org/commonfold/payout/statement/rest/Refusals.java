package org.commonfold.payout.statement.rest;

import static org.commonfold.kit.problem.Problems.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

import org.commonfold.payout.statement.application.ReadStatement;

/** What is refused, as HTTP has it. */
final class Refusals {

    private Refusals() {}

    static HttpProblem invalidPeriod(String detail) {
        return problem(422, "invalid-period", detail);
    }

    static HttpProblem tooManyLines() {
        return problem(
                422,
                "statement-too-long",
                "There are more than " + ReadStatement.LINES_MAX
                        + " movements in it: a shorter period has less");
    }
}
