package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What ratings make a contribution worth (DOMAIN.md, "The value equation"). All in integers. */
final class ValueEquation {

    static final int CONFIDENCE_DEFAULT = 3;

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final long BASIS_POINTS = 10_000;

    private ValueEquation() {}

    private record Vote(BigInteger level, long influence) {}

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

    /**
     * Praise that flows to one person beyond the pair cap loses its voice, by the square: with
     * {@code num = pairCap·(T + p + A·R)} and {@code den = 10 000·max over the authors a of (p +
     * points for a)}, {@code floor(10⁶·confidence / 3)} when {@code num ≥ den}, else {@code
     * floor(10⁶·confidence·num² / (3·den²))}.
     */
    static long influence(
            Charter charter, long points, int confidence, List<Author> authors, Rater others) {
        long allowance = (long) charter.pairAllowanceRatings() * charter.referencePoints();
        long toOneMax = 0;
        for (Author author : authors) {
            toOneMax = Math.max(toOneMax, points + others.pointsFor(author.id()));
        }
        BigInteger num = BigInteger.valueOf(others.points() + points + allowance)
                .multiply(BigInteger.valueOf(charter.pairCapBasisPoints()));
        BigInteger den = BigInteger.valueOf(toOneMax).multiply(BigInteger.valueOf(BASIS_POINTS));
        BigInteger full = MILLION.multiply(BigInteger.valueOf(confidence));
        BigInteger three = BigInteger.valueOf(3);
        if (num.compareTo(den) >= 0) {
            return full.divide(three).longValueExact();
        }
        return full.multiply(num.pow(2)).divide(three.multiply(den.pow(2))).longValueExact();
    }

    /**
     * The weighted median of the ratings' levels together with the charter's own vote.
     *
     * @param charter the one in force now
     * @param ratings of peers who are not authors now
     * @return 0 below the quorum
     */
    static BigInteger value(Charter charter, Collection<Rating> ratings) {
        if (ratings.size() < charter.quorum()) {
            return BigInteger.ZERO;
        }
        List<Vote> votes = new ArrayList<>(ratings.size() + 1);
        for (Rating rating : ratings) {
            votes.add(new Vote(rating.level(), rating.influence()));
        }
        BigInteger reference = MILLION.multiply(BigInteger.valueOf(charter.referencePoints()));
        votes.add(new Vote(reference, 1_000L * charter.priorPerMille()));
        votes.removeIf(vote -> vote.influence() == 0);
        votes.sort(Comparator.comparing(Vote::level));
        return weightedMedian(votes);
    }

    private static BigInteger weightedMedian(List<Vote> votes) {
        long total = votes.stream().mapToLong(Vote::influence).sum();
        long sum = 0;
        for (int i = 0; i < votes.size(); i++) {
            BigInteger level = votes.get(i).level();
            sum += votes.get(i).influence();
            if (2 * sum > total) {
                return level;
            }
            if (2 * sum == total) {
                return level.add(votes.get(i + 1).level()).shiftRight(1);
            }
        }
        return BigInteger.ZERO;
    }
}
