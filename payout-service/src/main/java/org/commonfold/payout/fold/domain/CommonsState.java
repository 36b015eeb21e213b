package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.List;

/**
 * What a commons is at a place in the log, or a part of it: values only, to be kept and to go on
 * from. What raters' ratings add up to follows from the ratings.
 *
 * @param charters all versions
 * @param counts of all works and revenues
 * @param turn up to where the rest has been told
 * @param works some, each whole
 * @param rated works of which only ratings are told: others than the works that are told whole
 * @param revenues some, each whole
 */
public record CommonsState(
        CommonsId id,
        List<Charter> charters,
        Counts counts,
        Turn turn,
        List<Work> works,
        List<Rated> rated,
        List<Receivable> revenues) {

    /** How many there are. */
    public record Counts(int works, int revenues) {}

    /** How many of them, the first ones, have been told since the turn began; 0 once it ended. */
    public record Turn(int works, int revenues) {

        public static final Turn OVER = new Turn(0, 0);

        /** Whether all have been told since it began. */
        public boolean isOver() {
            return equals(OVER);
        }
    }

    /**
     * A contribution.
     *
     * @param ordinal its place in the order of publication, from 0
     */
    public record Work(
            int ordinal,
            ContributionId id,
            boolean live,
            List<Author> authors,
            List<Source> upstream,
            List<PeerRating> ratings) {}

    /**
     * The ratings of a work, but for those that are as they were told before.
     *
     * @param ordinal of the work
     * @param from of how many that is, the first ones; at least 1
     * @param ratings all others
     */
    public record Rated(int ordinal, int from, List<PeerRating> ratings) {}

    /**
     * What a work derives from.
     *
     * @param ordinal of a work published before
     */
    public record Source(int ordinal, int basisPoints) {}

    /**
     * A current rating.
     *
     * @param authors of the work when the rating arrived; null when they are those it has now
     */
    public record PeerRating(
            ContributorId rater,
            long points,
            BigInteger level,
            long influence,
            List<ContributorId> authors) {}

    /**
     * A revenue.
     *
     * @param number its place in the order of declaration, from 0
     * @param received micros so far: what of the credits is released follows from it
     */
    public record Receivable(
            int number,
            RevenueId id,
            PartnerId partnerId,
            Money amount,
            List<Credit> credits,
            long received,
            boolean voided) {}

    /**
     * What an owner was credited.
     *
     * @param owner such as {@code contributor:ada}
     */
    public record Credit(String owner, long micros) {}
}
