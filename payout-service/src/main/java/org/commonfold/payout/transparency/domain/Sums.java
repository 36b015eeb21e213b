package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Distribution;
import org.commonfold.payout.fold.domain.Flow;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.Release;
import org.commonfold.payout.fold.domain.Split;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds an explanation up, part by part, by owner. */
final class Sums {

    private final Map<String, Long> byOwner = new TreeMap<>();

    /** The treasury's cut, and each author's part of each work. */
    static Sums of(CommonsId commons, Distribution distribution) {
        Sums sums = new Sums();
        sums.add("treasury:" + commons, distribution.treasury());
        for (Flow flow : distribution.flows()) {
            Split<ContributorId> authors = flow.authors();
            for (int rank = 0; rank < authors.ranked().size(); rank++) {
                sums.add("contributor:" + authors.ranked().get(rank).id(), authors.micros(rank));
            }
        }
        return sums;
    }

    /** What a receipt released, or a voiding took back; debited to what had accrued. */
    static Sums of(List<Release> releases, boolean takenBack) {
        Sums sums = new Sums();
        for (Release release : releases) {
            sums.add(release.owner(), -(takenBack ? release.unreleased() : release.micros()));
        }
        return sums;
    }

    private void add(String owner, long micros) {
        if (micros != 0) {
            byOwner.merge(owner, micros, Math::addExact);
        }
    }

    long of(String owner) {
        return byOwner.getOrDefault(owner, 0L);
    }

    /**
     * That they are what the entry has put on the owners' accrued accounts.
     *
     * @param postings all of the entry
     */
    void requireBooked(Object entry, List<Posting> postings) {
        Sums booked = new Sums();
        for (Posting posting : postings) {
            if (posting.account().isAccrued()) {
                booked.add(posting.account().owner(), -posting.micros());
            }
        }
        if (!byOwner.equals(booked.byOwner)) {
            throw new DoesNotAddUp(entry, byOwner, booked.byOwner);
        }
    }
}
