package org.commonfold.payout.payment.domain;

import java.time.Instant;

/**
 * A batch of payouts: prepared by one treasurer and approved by another. Its file is the same
 * whenever it is fetched; once it was, only the bank says what becomes of the payouts.
 *
 * @param preparedBy the first pair of eyes
 * @param approvedBy the second, or null
 * @param approvedAt also the time that the file bears, or null
 * @param fileFetchedAt the first time, or null
 * @param cancelledAt or null
 * @param settlement what treasurers say of payments that the bank says nothing of, or null
 * @param eventCount how many events it led to so far
 */
public record PayoutRun(
        PayoutRunId id,
        Terms terms,
        State state,
        String preparedBy,
        Instant preparedAt,
        String approvedBy,
        Instant approvedAt,
        Instant fileFetchedAt,
        Instant cancelledAt,
        AgreedSettlement settlement,
        long eventCount) {

    /** How far it has come. */
    public enum State {
        /** Nothing has moved yet. */
        PREPARED,
        /** The money is reserved. */
        APPROVED,
        /** A bank may have the file. */
        FETCHED,
        /**
         * Approved, and known from payout.log alone since the database was lost: a bank may have
         * the file, and nobody else has it any more.
         */
        RESTORED,
        /** All that was reserved is available again. */
        CANCELLED
    }

    public static PayoutRun prepared(PayoutRunId id, Terms terms, String treasurer, Instant now) {
        return new PayoutRun(
                id, terms, State.PREPARED, treasurer, now, null, null, null, null, null, 0);
    }

    /** Approved by another treasurer; by the same once more is nothing new. */
    public Decision<PayoutRun> approve(String treasurer, Instant now) {
        if (state == State.CANCELLED) {
            return Decision.reject(Rejection.RUN_CANCELLED);
        }
        if (treasurer.equals(preparedBy)) {
            // Four eyes: no one pays out alone.
            return Decision.reject(Rejection.SAME_TREASURER);
        }
        if (state != State.PREPARED) {
            return treasurer.equals(approvedBy)
                    ? Decision.nothingNew()
                    : Decision.reject(Rejection.RUN_APPROVED);
        }
        if (terms.isTooLate(now)) {
            return Decision.reject(Rejection.EXECUTION_DATE_PASSED);
        }
        return Decision.accept(new PayoutRun(
                id,
                terms,
                State.APPROVED,
                preparedBy,
                preparedAt,
                treasurer,
                now,
                null,
                null,
                null,
                eventCount));
    }

    /** Until the file was fetched; after that, nobody here knows what the bank did. */
    public Decision<PayoutRun> cancel(Instant now) {
        if (state == State.CANCELLED) {
            return Decision.nothingNew();
        }
        if (mayBeAtABank()) {
            return Decision.reject(Rejection.FILE_FETCHED);
        }
        return Decision.accept(new PayoutRun(
                id,
                terms,
                State.CANCELLED,
                preparedBy,
                preparedAt,
                approvedBy,
                approvedAt,
                null,
                now,
                null,
                eventCount));
    }

    /** From now on it cannot be cancelled. */
    public Decision<PayoutRun> fetchFile(Instant now) {
        if (state == State.FETCHED) {
            return Decision.nothingNew();
        }
        if (state == State.CANCELLED) {
            return Decision.reject(Rejection.RUN_CANCELLED);
        }
        if (state == State.RESTORED) {
            return Decision.reject(Rejection.FILE_LOST);
        }
        if (state == State.PREPARED) {
            return Decision.reject(Rejection.RUN_NOT_APPROVED);
        }
        if (terms.isTooLate(now)) {
            // No bank takes it; as nobody has it yet, the run can be cancelled.
            return Decision.reject(Rejection.EXECUTION_DATE_PASSED);
        }
        return Decision.accept(new PayoutRun(
                id,
                terms,
                State.FETCHED,
                preparedBy,
                preparedAt,
                approvedBy,
                approvedAt,
                now,
                null,
                null,
                eventCount));
    }

    /**
     * When the file never reached a bank, or the bank never speaks again: what one treasurer says
     * of payments that are still reserved counts as soon as another says the same.
     *
     * @param outcome paid, or returned
     */
    public Decision<PayoutRun> settle(Payout.State outcome, String treasurer, Instant now) {
        if (!mayBeAtABank()) {
            return Decision.reject(Rejection.FILE_NOT_FETCHED);
        }
        Decision<AgreedSettlement> said = settlement == null
                ? Decision.accept(AgreedSettlement.proposed(outcome, treasurer, now))
                : settlement.say(outcome, treasurer, now);
        return said.fold(one -> Decision.accept(with(one)), Decision::nothingNew, Decision::reject);
    }

    /** Whether a bank may have paid already, so that only it, or two treasurers, can say. */
    public boolean mayBeAtABank() {
        return state == State.FETCHED || state == State.RESTORED;
    }

    private PayoutRun with(AgreedSettlement said) {
        return new PayoutRun(
                id,
                terms,
                state,
                preparedBy,
                preparedAt,
                approvedBy,
                approvedAt,
                fileFetchedAt,
                cancelledAt,
                said,
                eventCount);
    }

    /** After that many more events. */
    public PayoutRun withEvents(int more) {
        return new PayoutRun(
                id,
                terms,
                state,
                preparedBy,
                preparedAt,
                approvedBy,
                approvedAt,
                fileFetchedAt,
                cancelledAt,
                settlement,
                eventCount + more);
    }
}
