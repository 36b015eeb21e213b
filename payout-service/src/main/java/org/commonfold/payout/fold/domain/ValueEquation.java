package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.Map;

/** What ratings make a contribution worth (DOMAIN.md, "The value equation"). All in integers. */
final class ValueEquation {

    static final int CONFIDENCE_DEFAULT = 3;

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private ValueEquation() {}

    /** {@code p = Σ weight·points[score − min]}, for scores that the charter allows. */
    static long points(Charter charter, Map<String, Long> scores) {
        long points = 0;
        for (Criterion criterion : charter.criteria()) {
            points += criterion.weightedPoints(scores.get(criterion.name()));
        }
        return points;
    }

    /**
     * {@code v = floor(10⁶·p·R·(K + n) / (R·K + T))}, or {@code 10⁶·p} when K is 0.
     *
     * @param working p, and the rater's other current ratings: n of them, T their points in sum
     */
    static BigInteger level(Charter charter, RatingWorking working) {
        BigInteger level = MILLION.multiply(BigInteger.valueOf(working.points()));
        long levelling = charter.levellingRatings();
        if (levelling == 0) {
            return level;
        }
        BigInteger reference = BigInteger.valueOf(charter.referencePoints());
        BigInteger ordinary = reference.multiply(BigInteger.valueOf(levelling));
        return level.multiply(reference)
                .multiply(BigInteger.valueOf(levelling + working.others()))
                .divide(ordinary.add(BigInteger.valueOf(working.othersPoints())));
    }
}
