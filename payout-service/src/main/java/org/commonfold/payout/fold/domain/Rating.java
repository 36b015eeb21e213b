package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.List;

/**
 * A current rating, as it was fixed when it arrived.
 *
 * @param rater whose it is, with what their ratings add up to
 * @param points the weighted points of its scores
 * @param level the points, made comparable by the rater's own average; in millionths
 * @param beyondLong the level where a long does not hold it, else null
 * @param influence how loudly it speaks; in millionths of a third of the confidence
 * @param authors of the contribution when the rating arrived
 * @param working null in a fold that keeps none
 */
record Rating(
        Rater rater,
        long points,
        long level,
        BigInteger beyondLong,
        long influence,
        List<ContributorId> authors,
        RatingWorking working) {

    /** The level, of any size. */
    BigInteger exactLevel() {
        return beyondLong == null ? BigInteger.valueOf(level) : beyondLong;
    }

    /** A rating of a level of any size. */
    static Rating of(
            Rater rater,
            long points,
            BigInteger level,
            long influence,
            List<ContributorId> authors) {
        boolean fits = level.bitLength() < Long.SIZE;
        return new Rating(
                rater,
                points,
                fits ? level.longValue() : Long.MAX_VALUE,
                fits ? null : level,
                influence,
                authors,
                null);
    }

    /** The same, with what it was made of. */
    Rating with(RatingWorking itsWorking) {
        return new Rating(rater, points, level, beyondLong, influence, authors, itsWorking);
    }
}
