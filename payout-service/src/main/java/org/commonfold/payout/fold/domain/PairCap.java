package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.List;

/**
 * How much of all a rater's points would go to one author (DOMAIN.md, "The value equation"). Praise
 * that flows to one person beyond the pair cap loses its voice, by the square.
 *
 * @param mostPraised the author of the work who would have most of them
 * @param toMostPraised that author's points, with those of the arriving rating
 * @param num {@code pairCap·(T + p + A·R)}
 * @param den {@code 10 000·toMostPraised}
 */
public record PairCap(
        ContributorId mostPraised, long toMostPraised, BigInteger num, BigInteger den) {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final long BASIS_POINTS = 10_000;
    private static final long SUM_IN_LONGS = Long.MAX_VALUE / BASIS_POINTS;

    /**
     * @param points p of the arriving rating
     * @param authors of the rated work; at least one
     * @param others the rater's other current ratings: T their points in sum
     */
    static PairCap of(Charter charter, long points, List<Author> authors, Rater others) {
        long allowance = (long) charter.pairAllowanceRatings() * charter.referencePoints();
        ContributorId mostPraised = null;
        long toMostPraised = -1;
        for (Author author : authors) {
            long toAuthor = points + others.pointsFor(author.id());
            if (toAuthor > toMostPraised) {
                mostPraised = author.id();
                toMostPraised = toAuthor;
            }
        }
        BigInteger num = BigInteger.valueOf(others.points() + points + allowance)
                .multiply(BigInteger.valueOf(charter.pairCapBasisPoints()));
        BigInteger den =
                BigInteger.valueOf(toMostPraised).multiply(BigInteger.valueOf(BASIS_POINTS));
        return new PairCap(mostPraised, toMostPraised, num, den);
    }

    /** Whether the praise is below the cap, and is heard in full. */
    public boolean isKept() {
        return num.compareTo(den) >= 0;
    }

    /**
     * {@code floor(10⁶·confidence / 3)} when {@code num ≥ den}, else {@code
     * floor(10⁶·confidence·num² / (3·den²))}.
     */
    long influence(int confidence) {
        BigInteger full = MILLION.multiply(BigInteger.valueOf(confidence));
        if (isKept()) {
            return full.divide(THREE).longValueExact();
        }
        return full.multiply(num.pow(2)).divide(THREE.multiply(den.pow(2))).longValueExact();
    }

    /**
     * The influence of an arriving rating; in longs where they hold all of it, as they mostly do.
     * As {@link #of} and {@link #influence(int)} say it.
     */
    static long influence(
            Charter charter, long points, List<Author> authors, Rater others, int confidence) {
        long toMostPraised = 0;
        for (Author author : authors) {
            toMostPraised = Math.max(toMostPraised, points + others.pointsFor(author.id()));
        }
        long allowance = (long) charter.pairAllowanceRatings() * charter.referencePoints();
        long sum = others.points() + points + allowance;
        if (sum < SUM_IN_LONGS && toMostPraised < SUM_IN_LONGS) {
            long num = sum * charter.pairCapBasisPoints();
            long den = toMostPraised * BASIS_POINTS;
            long full = 1_000_000L * confidence;
            if (num >= den) {
                return full / 3;
            }
            // Both are below 2³¹, so the squares fit.
            if (den < Integer.MAX_VALUE
                    && Math.multiplyHigh(full, num * num) == 0
                    && full * (num * num) >= 0
                    && den * den < Long.MAX_VALUE / 3) {
                return full * (num * num) / (3 * den * den);
            }
        }
        return of(charter, points, authors, others).influence(confidence);
    }
}
