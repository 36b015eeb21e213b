package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * One voice in the value of a contribution: a peer's current rating, or the charter's own.
 *
 * @param rater null for the charter
 * @param level in millionths of a point
 * @param working of the rating; null for the charter, and in a fold that keeps none
 */
public record Vote(ContributorId rater, BigInteger level, long influence, RatingWorking working) {

    /** By level; the same ones in an order that everybody gets, which no value depends on. */
    static final Comparator<Vote> BY_LEVEL = Comparator.comparing(Vote::level)
            .thenComparing(Vote::rater, Comparator.nullsFirst(Comparator.naturalOrder()));

    static Vote of(Rating rating) {
        return new Vote(
                rating.rater().id(), rating.exactLevel(), rating.influence(), rating.working());
    }

    /** Whether this is the charter's own. */
    public boolean isOfCharter() {
        return rater == null;
    }
}
