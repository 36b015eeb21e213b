package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.Map;

/** What ratings make a contribution worth (DOMAIN.md, "The value equation"). All in integers. */
final class ValueEquation {

    static final int CONFIDENCE_DEFAULT = 3;

    /** When longs do not do; no level is below 0. */
    static final long BEYOND_LONG = -1;

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
     * @param points p
     * @param others the rater's other current ratings: n of them, T their points in sum
     */
    static BigInteger level(Charter charter, long points, Rater others) {
        BigInteger level = MILLION.multiply(BigInteger.valueOf(points));
        long levelling = charter.levellingRatings();
        if (levelling == 0) {
            return level;
        }
        BigInteger reference = BigInteger.valueOf(charter.referencePoints());
        BigInteger ordinary = reference.multiply(BigInteger.valueOf(levelling));
        return level.multiply(reference)
                .multiply(BigInteger.valueOf(levelling + others.count()))
                .divide(ordinary.add(BigInteger.valueOf(others.points())));
    }

    /** The same where longs hold all of it, as they mostly do; else {@link #BEYOND_LONG}. */
    static long levelInLongs(Charter charter, long points, Rater others) {
        long level = 1_000_000 * points;
        long levelling = charter.levellingRatings();
        if (levelling == 0) {
            return level;
        }
        // At most 10⁸·(10³ + n), and 10¹¹ + T.
        long factor = charter.referencePoints() * (levelling + others.count());
        long divisor = charter.referencePoints() * levelling + others.points();
        return Math.multiplyHigh(level, factor) == 0 && level * factor >= 0
                ? level * factor / divisor
                : BEYOND_LONG;
    }
}
