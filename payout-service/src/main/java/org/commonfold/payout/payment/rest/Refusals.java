package org.commonfold.payout.payment.rest;

import static org.commonfold.kit.problem.Problems.notFound;
import static org.commonfold.kit.problem.Problems.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

import org.commonfold.payout.payment.domain.Decision;
import org.commonfold.payout.payment.domain.Rejection;

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
            case INVALID_IBAN -> unprocessable("invalid-iban", "There is no such IBAN");
            case INVALID_HOLDER ->
                unprocessable("invalid-holder", "Banks do not take this name of a holder");
            case NO_PAYOUT_ACCOUNT -> notFound("There is no payout account");
            case UNKNOWN_CURRENCY ->
                unprocessable("unknown-currency", "ISO 4217 has no such currency to pay in");
            case INVALID_MINIMUM ->
                unprocessable(
                        "invalid-minimum",
                        "A minimum is more than zero, in the currency's own minor digits");
            case INVALID_EXECUTION_DATE ->
                unprocessable(
                        "invalid-execution-date",
                        "An execution date is today (UTC) or within a year");
            case NOBODY_TO_PAY ->
                unprocessable("nobody-to-pay", "Nobody with an account has that much available");
            case UNKNOWN_RUN -> notFound("There is no such payout run");
            case SAME_TREASURER ->
                problem(403, "same-treasurer", "Another treasurer than its author approves a run");
            case RUN_APPROVED -> conflict("run-approved", "The payout run is approved already");
            case RUN_CANCELLED -> conflict("run-cancelled", "The payout run was cancelled");
            case RUN_NOT_APPROVED ->
                conflict("run-not-approved", "The payout run is not approved yet");
            case FILE_FETCHED ->
                conflict(
                        "file-fetched",
                        "The file was fetched: what becomes of it is for the bank to say");
            case FILE_NOT_FETCHED ->
                conflict(
                        "file-not-fetched",
                        "No bank can have the file: a run that is not wanted is cancelled");
            case FILE_LOST ->
                conflict(
                        "file-lost",
                        "The run was restored from the log, which holds no bank accounts: only a"
                                + " bank can have its file");
            case NOTHING_RESERVED ->
                conflict("nothing-reserved", "Of this run, no payment is reserved any more");
            case EXECUTION_DATE_PASSED ->
                conflict(
                        "execution-date-passed",
                        "The execution date has passed (UTC): cancel the run and prepare another");
            case NO_DEBTOR ->
                conflict(
                        "no-debtor",
                        "There is no account to pay from: set payout.debtor.name and"
                                + " payout.debtor.iban");
            case LEDGER_IS_RESTORED ->
                conflict("ledger-is-restored", "Former payouts are not in the ledger again yet");
            case REPORT_REUSED ->
                conflict("report-reused", "Another report with this message id has been read");
        };
    }

    private static HttpProblem conflict(String type, String detail) {
        return problem(409, type, detail);
    }

    private static HttpProblem unprocessable(String type, String detail) {
        return problem(422, type, detail);
    }
}
