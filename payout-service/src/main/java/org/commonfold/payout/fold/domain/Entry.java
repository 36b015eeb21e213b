package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * One balanced double-entry transaction of the ledger.
 *
 * @param kind what it is about
 * @param revenueId which it is about; null when it is about a payout
 * @param currency of all its postings
 * @param postings sum to zero
 */
public record Entry(
        Kind kind,
        CommonsId commonsId,
        RevenueId revenueId,
        String currency,
        List<Posting> postings) {

    /** Why money moves. */
    public enum Kind {
        DISTRIBUTION,
        RELEASE,
        TAKING_BACK,
        /** Of a payout, as are the two that follow. */
        RESERVATION,
        PAYMENT,
        RETURN
    }

    public Entry {
        postings = List.copyOf(postings);
        BigInteger sum = BigInteger.ZERO;
        for (Posting posting : postings) {
            sum = sum.add(BigInteger.valueOf(posting.micros()));
        }
        if (sum.signum() != 0) {
            throw new IllegalArgumentException("An entry that does not balance: " + postings);
        }
    }

    /** Collects postings; those of nothing are left out. */
    static final class Postings {

        private final List<Posting> postings = new ArrayList<>();

        Postings debit(Account account, long micros) {
            if (micros != 0) {
                postings.add(new Posting(account, micros));
            }
            return this;
        }

        Postings credit(Account account, long micros) {
            return debit(account, -micros);
        }

        List<Posting> list() {
            return postings;
        }
    }
}
