package org.commonfold.payout.fold.domain;

import java.util.Map;

/**
 * What a rating's level and influence were made of when it arrived.
 *
 * @param charterVersion by which it was folded
 * @param points p, the weighted points of its scores
 * @param others n, how many other current ratings the rater had
 * @param othersPoints T, the points of those in sum
 */
public record RatingWorking(
        int charterVersion,
        Map<String, Long> scores,
        int confidence,
        long points,
        long others,
        long othersPoints,
        PairCap pairCap) {}
