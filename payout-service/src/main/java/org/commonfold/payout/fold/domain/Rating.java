package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.List;

/**
 * A current rating, as it was fixed when it arrived.
 *
 * @param points the weighted points of its scores
 * @param level the points, made comparable by the rater's own average; in millionths
 * @param influence how loudly it speaks; in millionths of a third of the confidence
 * @param authors of the contribution when the rating arrived
 * @param working null in a fold that keeps none
 */
record Rating(
        long points,
        BigInteger level,
        long influence,
        List<ContributorId> authors,
        RatingWorking working) {}
