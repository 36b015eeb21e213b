package org.commonfold.rating.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules of a commons say about rating.
 *
 * @param version 1 for the founding charter, one more for each amendment
 * @param quorum how many peers must have rated a contribution before it has a value
 * @param referencePoints what an ordinary piece of work earns
 * @param levellingRatings how many ordinary ratings soften a rater's own average; 0 is off
 */
public record Charter(
        int version,
        List<Criterion> criteria,
        int quorum,
        int referencePoints,
        int levellingRatings,
        Raters raters) {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    public Charter {
        criteria = List.copyOf(criteria);
    }

    Charter asVersion(int number) {
        return new Charter(number, criteria, quorum, referencePoints, levellingRatings, raters);
    }

    /** Whether someone may rate who belongs to the commons, or does not. */
    public boolean lets(boolean raterBelongs) {
        return raterBelongs || raters == Raters.ANYONE;
    }

    /** Why these scores are none by this charter, if so. */
    Optional<Rejection> refusalOf(Map<String, Integer> scores) {
        Set<String> names = criteria.stream().map(Criterion::name).collect(Collectors.toSet());
        if (!scores.keySet().equals(names)) {
            return Optional.of(Rejection.NOT_THE_CRITERIA);
        }
        boolean allInRange = criteria.stream().allMatch(one -> one.allows(scores.get(one.name())));
        return allInRange ? Optional.empty() : Optional.of(Rejection.SCORE_OUT_OF_RANGE);
    }

    /** {@code p = Σ weight·points[score − min]}, for scores that it allows. */
    long points(Map<String, Integer> scores) {
        return criteria.stream()
                .mapToLong(one -> one.weightedPoints(scores.get(one.name())))
                .sum();
    }

    /**
     * {@code v = floor(10⁶·p·R·(K + n) / (R·K + T))}, or {@code 10⁶·p} when K is 0 (DOMAIN.md, "The
     * value equation").
     *
     * @param points p
     * @param others the rater's other current ratings: n of them, T their points in sum
     */
    BigInteger level(long points, RaterTotals others) {
        BigInteger level = MILLION.multiply(BigInteger.valueOf(points));
        if (levellingRatings == 0) {
            return level;
        }
        long ordinary = (long) referencePoints * levellingRatings;
        return level.multiply(BigInteger.valueOf(referencePoints))
                .multiply(BigInteger.valueOf(levellingRatings + others.count()))
                .divide(BigInteger.valueOf(ordinary + others.points()));
    }

    /** The level of an ordinary piece of work. */
    public BigInteger ordinaryLevel() {
        return MILLION.multiply(BigInteger.valueOf(referencePoints));
    }
}
