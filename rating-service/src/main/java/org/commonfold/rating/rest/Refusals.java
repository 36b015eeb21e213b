package org.commonfold.rating.rest;

import static org.commonfold.kit.problem.Problems.notFound;
import static org.commonfold.kit.problem.Problems.notFoundYet;
import static org.commonfold.kit.problem.Problems.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.Rejection;

/** The one place where a refusal becomes HTTP. */
final class Refusals {

    private Refusals() {}

    /** What was accepted; a refusal is thrown as its problem. */
    static <T> T accepted(Decision<T> decision) {
        return decision.fold(
                result -> result,
                () -> {
                    throw new IllegalStateException("Decided nothing, but there is no answer");
                },
                reason -> {
                    throw problemOf(reason);
                });
    }

    static HttpProblem problemOf(Rejection reason) {
        return switch (reason) {
            case UNKNOWN_COMMONS -> notFoundYet("There is no such commons, or not yet");
            case UNKNOWN_CONTRIBUTION -> notFoundYet("There is no such contribution, or not yet");
            case UNKNOWN_RATING -> notFound("There is no such rating");
            case CONTRIBUTION_WITHDRAWN ->
                problem(409, "contribution-withdrawn", "The contribution was withdrawn");
            case SELF_RATING -> problem(422, "self-rating", "Nobody rates their own work");
            case NOT_A_RATER ->
                problem(
                        403,
                        "not-a-rater",
                        "Only who has published in this commons or was invited may rate in it");
            case NOT_THE_CRITERIA ->
                problem(
                        422,
                        "not-the-criteria",
                        "The scores must be for exactly the criteria of the charter in force");
            case SCORE_OUT_OF_RANGE ->
                problem(
                        422,
                        "score-out-of-range",
                        "A score must be one that the charter in force has points for");
            case VERSION_MISMATCH ->
                problem(
                        412,
                        "precondition-failed",
                        "Your rating is not at the version in If-Match");
            case NOT_A_STEWARD ->
                problem(403, "not-a-steward", "Only a steward of this commons may do this");
            case NOT_THE_RATER ->
                problem(
                        403,
                        "not-the-rater",
                        "Only who rated and the stewards of the commons may read this");
        };
    }
}
