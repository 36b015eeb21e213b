package org.commonfold.contribution.rest;

import static org.commonfold.kit.problem.Problems.notFound;
import static org.commonfold.kit.problem.Problems.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Rejection;

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
            case UNKNOWN_COMMONS -> notFound("There is no such commons");
            case UNKNOWN_CONTRIBUTION -> notFound("There is no such contribution");
            case UNKNOWN_PROFILE -> notFound("This contributor has no profile");
            case UNSOUND_CHARTER ->
                problem(
                        422,
                        "unsound-charter",
                        "Criteria must have different names and points must not fall");
            case UNKNOWN_REAPPORTIONMENT -> notFound("There is no such reapportionment");
            case REAPPORTIONMENT_CLOSED ->
                problem(409, "reapportionment-closed", "It was adopted, refused or overtaken");
            case NOT_A_STEWARD ->
                problem(403, "not-a-steward", "Only a steward of this commons may do this");
            case STALE_VERSION ->
                problem(412, "precondition-failed", "It has changed since the version in If-Match");
            case WITHDRAWN -> problem(409, "withdrawn", "The contribution was withdrawn");
            case NOTHING_REVISED ->
                problem(422, "nothing-revised", "A revision has another title or other content");
            case NOTHING_REAPPORTIONED ->
                problem(422, "nothing-reapportioned", "These are the authors and shares there are");
            case NOT_AN_AUTHOR ->
                problem(403, "not-an-author", "Only who is among the authors may do this");
            case AUTHOR_TWICE -> problem(422, "author-twice", "An author is named twice");
            case UPSTREAM_TWICE ->
                problem(422, "upstream-twice", "A contribution derived from is named twice");
            case UPSTREAM_UNKNOWN ->
                problem(
                        422,
                        "upstream-unknown",
                        "A contribution can derive only from ones published before it");
            case UPSTREAM_IN_ANOTHER_COMMONS ->
                problem(
                        422,
                        "upstream-in-another-commons",
                        "A contribution can derive only from ones in its own commons");
            case TOO_MANY_BASIS_POINTS ->
                problem(
                        422,
                        "too-many-basis-points",
                        "Derivations take at most 10 000 basis points in sum");
            case UNKNOWN_NEED,
                    NEED_NOT_HERE,
                    NEED_CLOSED,
                    NOT_TAKEN_UP,
                    TOO_MANY_TAKERS,
                    NOT_CONCERNED,
                    FULFILMENT_UNKNOWN,
                    FULFILMENT_IN_ANOTHER_COMMONS,
                    FULFILMENT_WITHDRAWN,
                    FULFILMENT_NOT_THEIRS -> problemOfNeed(reason);
        };
    }

    private static HttpProblem problemOfNeed(Rejection reason) {
        return switch (reason) {
            case UNKNOWN_NEED -> notFound("There is no such need");
            case NEED_NOT_HERE ->
                problem(422, "need-unknown", "A contribution fulfils a need of its own commons");
            case NEED_CLOSED -> problem(409, "need-closed", "The need is closed");
            case NOT_TAKEN_UP -> notFound("You have not taken up this need");
            case TOO_MANY_TAKERS ->
                problem(409, "too-many-takers", "Enough people work on this need already");
            case NOT_CONCERNED ->
                problem(
                        403,
                        "not-concerned",
                        "Only who opened the need or took it up, or a steward, may do this");
            case FULFILMENT_UNKNOWN ->
                problem(422, "fulfilment-unknown", "There is no such contribution");
            case FULFILMENT_IN_ANOTHER_COMMONS ->
                problem(
                        422,
                        "fulfilment-in-another-commons",
                        "A need is closed with a contribution to its own commons");
            case FULFILMENT_WITHDRAWN ->
                problem(422, "fulfilment-withdrawn", "The contribution was withdrawn");
            case FULFILMENT_NOT_THEIRS ->
                problem(
                        422,
                        "fulfilment-not-theirs",
                        "Who took up a need closes it with a work of their own");
            default -> throw new IllegalArgumentException("Not about a need: " + reason);
        };
    }
}
