package org.commonfold.payout.payment.domain;

import java.time.Instant;

/**
 * What became of the payments of which the bank says nothing, by the word of treasurers: one says
 * it, and it counts when another says the same.
 *
 * @param outcome paid, or returned
 * @param proposedBy the first pair of eyes
 * @param agreedBy the second, or null
 * @param agreedAt or null
 */
public record AgreedSettlement(
        Payout.State outcome,
        String proposedBy,
        Instant proposedAt,
        String agreedBy,
        Instant agreedAt) {

    static AgreedSettlement proposed(Payout.State outcome, String treasurer, Instant now) {
        return new AgreedSettlement(outcome, treasurer, now, null, null);
    }

    public boolean isAgreed() {
        return agreedBy != null;
    }

    /** Who says something else starts anew: it counts when another agrees to that. */
    Decision<AgreedSettlement> say(Payout.State said, String treasurer, Instant now) {
        if (isAgreed()) {
            return said == outcome
                    ? Decision.nothingNew()
                    : Decision.reject(Rejection.NOTHING_RESERVED);
        }
        if (said != outcome) {
            return Decision.accept(proposed(said, treasurer, now));
        }
        return treasurer.equals(proposedBy)
                ? Decision.nothingNew()
                : Decision.accept(
                        new AgreedSettlement(outcome, proposedBy, proposedAt, treasurer, now));
    }
}
