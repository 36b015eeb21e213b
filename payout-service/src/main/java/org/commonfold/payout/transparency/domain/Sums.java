package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Distribution;
import org.commonfold.payout.fold.domain.Flow;
import org.commonfold.payout.fold.domain.PartnerId;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.Release;
import org.commonfold.payout.fold.domain.Revenue;
import org.commonfold.payout.fold.domain.Split;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds an explanation up, part by part, by account; what is debited is above zero. */
final class Sums {

    private static final String ACCRUED = ":accrued";
    private static final String AVAILABLE = ":available";

    private final Map<String, Long> byAccount = new TreeMap<>();

    /** What the partner owes: the treasury's cut, and each author's part of each work. */
    static Sums of(CommonsEvent.RevenueDeclared declared, Distribution distribution) {
        Sums sums = new Sums();
        sums.debit(receivable(declared.partnerId()), distribution.amount());
        sums.debit("treasury:" + declared.commonsId() + ACCRUED, -distribution.treasury());
        for (Flow flow : distribution.flows()) {
            Split<ContributorId> authors = flow.authors();
            for (int rank = 0; rank < authors.ranked().size(); rank++) {
                String owner = "contributor:" + authors.ranked().get(rank).id();
                sums.debit(owner + ACCRUED, -authors.micros(rank));
            }
        }
        return sums;
    }

    /** What arrived at the bank, and what became available with it. */
    static Sums ofReceipt(Revenue revenue, long part) {
        Sums sums = new Sums();
        sums.debit("bank:" + revenue.amount().currency(), part);
        sums.debit(receivable(revenue.partnerId()), -part);
        for (Release release : revenue.releases(revenue.received() + part)) {
            sums.debit(release.owner() + ACCRUED, release.micros());
            sums.debit(release.owner() + AVAILABLE, -release.micros());
        }
        return sums;
    }

    /** What was taken back, and is owed no more. */
    static Sums ofVoiding(Revenue revenue) {
        Sums sums = new Sums();
        for (Release release : revenue.releases(revenue.received())) {
            sums.debit(release.owner() + ACCRUED, release.unreleased());
            sums.debit(receivable(revenue.partnerId()), -release.unreleased());
        }
        return sums;
    }

    private static String receivable(PartnerId partner) {
        return "partner:" + partner + ":receivable";
    }

    private void debit(String account, long micros) {
        if (micros != 0) {
            byAccount.merge(account, micros, Math::addExact);
        }
    }

    /** What is credited to an owner's accrued account. */
    long accruedOf(String owner) {
        return -byAccount.getOrDefault(owner + ACCRUED, 0L);
    }

    /**
     * That they are what the entry has booked.
     *
     * @param postings all of the entry
     */
    void requireBooked(Object entry, List<Posting> postings) {
        Sums booked = new Sums();
        postings.forEach(posting -> booked.debit(posting.account().name(), posting.micros()));
        if (!byAccount.equals(booked.byAccount)) {
            throw new DoesNotAddUp(entry, byAccount, booked.byAccount);
        }
    }
}
