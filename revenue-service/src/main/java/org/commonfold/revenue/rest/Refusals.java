package org.commonfold.revenue.rest;

import static org.commonfold.kit.problem.Problems.notFound;
import static org.commonfold.kit.problem.Problems.notFoundYet;
import static org.commonfold.kit.problem.Problems.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

import jakarta.ws.rs.core.HttpHeaders;

import org.commonfold.revenue.delivery.rest.DeliveryProblems;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Receipt;
import org.commonfold.revenue.domain.Rejection;

/** The one place where a refusal becomes HTTP. */
public final class Refusals {

    private Refusals() {}

    /** What was accepted; a refusal is thrown as its problem. */
    public static <T> T accepted(Decision<T> decision) {
        return decision.fold(
                result -> result,
                () -> {
                    throw new IllegalStateException("Decided nothing, but there is no answer");
                },
                reason -> {
                    throw problemOf(reason);
                });
    }

    public static HttpProblem problemOf(Rejection reason) {
        return switch (reason) {
            case UNREGISTERED_PARTNER ->
                problem(403, "forbidden", "The token speaks for no registered partner");
            case UNKNOWN_COMMONS -> notFoundYet("There is no such commons");
            case UNKNOWN_PARTNER -> notFound("There is no such partner");
            case UNKNOWN_REVENUE -> notFound("There is no such revenue");
            case UNKNOWN_SIGNING_SECRET -> notFound("There is no such signing secret");
            case UNKNOWN_CONTRIBUTION -> unknownContribution();
            case STALE_VERSION ->
                problem(412, "precondition-failed", "It has changed since the version in If-Match");
            case CONTRIBUTION_TWICE ->
                problem(422, "contribution-twice", "A contribution is named twice");
            case UNKNOWN_CURRENCY ->
                problem(422, "unknown-currency", "ISO 4217 has no such currency to pay in");
            case INVALID_AMOUNT ->
                problem(
                        422,
                        "invalid-amount",
                        "An amount is more than zero, in the currency's own minor digits");
            case INVALID_PERIOD ->
                problem(422, "invalid-period", "A period is two days, the first not the later");
            case REFERENCE_REUSED ->
                problem(409, "reference-reused", "This reference was used for something else");
            case ANOTHER_CURRENCY ->
                problem(422, "another-currency", "The revenue is owed in another currency");
            case RECEIPT_EXCEEDS_DEBT ->
                problem(422, "receipt-exceeds-debt", "That is more than is still owed");
            case TOO_MANY_RECEIPTS ->
                problem(
                        409,
                        "too-many-receipts",
                        "A revenue arrives in at most %d parts".formatted(Receipt.COUNT_MAX));
            case REVENUE_VOIDED -> problem(409, "revenue-voided", "The revenue was voided");
            case REVENUE_RECEIVED ->
                problem(409, "revenue-received", "All of the revenue has been received");
            case TOO_MANY_SIGNING_SECRETS ->
                problem(
                        409,
                        "too-many-signing-secrets",
                        "A partner has at most two signing secrets; delete one first");
            case INVALID_SIGNING_SECRET ->
                problem(
                        422,
                        "invalid-signing-secret",
                        "A secret is whsec_ and the Base64 of 24 to 64 bytes");
            case SIGNING_SECRET_TWICE ->
                problem(409, "signing-secret-twice", "The partner has this secret already");
            case BAD_SIGNATURE ->
                problem(401, "bad-signature", "No secret of this partner has signed this");
            case TIMESTAMP_OUT_OF_TOLERANCE ->
                problem(
                        401,
                        "timestamp-out-of-tolerance",
                        "It was signed more than five minutes ago, or will be");
            default -> DeliveryProblems.problemOf(reason);
        };
    }

    /** Perhaps only not read from the log yet. */
    private static HttpProblem unknownContribution() {
        HttpProblem unknown = problem(
                422,
                "unknown-contribution",
                "A contribution that is named was not published in this commons");
        return HttpProblem.builder(unknown)
                .withHeader(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }
}
