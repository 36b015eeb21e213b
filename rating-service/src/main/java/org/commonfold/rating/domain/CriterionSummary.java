package org.commonfold.rating.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * The scores for one criterion on one scale. All in integers until the last digit.
 *
 * @param min the lowest score there is
 * @param max the highest score there is
 * @param count how many scores there are, at least 1
 * @param mean of the scores, to two digits, halves up
 * @param spread their standard deviation, of all and not of a sample, to two digits, halves up
 */
public record CriterionSummary(
        String name, int min, int max, int count, BigDecimal mean, BigDecimal spread) {

    /** What scores are comparable: a charter may give a name to other scores than one before. */
    record Scale(String name, int min, int max) {

        static final Comparator<Scale> BY_NAME = Comparator.comparing(Scale::name)
                .thenComparingInt(Scale::min)
                .thenComparingInt(Scale::max);

        static Scale of(Criterion criterion) {
            int max = criterion.min() + criterion.points().size() - 1;
            return new Scale(criterion.name(), criterion.min(), max);
        }
    }

    private static final int DIGITS = 2;
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    static CriterionSummary of(Scale scale, List<Integer> scores) {
        long sum = 0;
        long sumOfSquares = 0;
        for (long score : scores) {
            sum += score;
            sumOfSquares += score * score;
        }
        BigDecimal mean = BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(scores.size()), DIGITS, RoundingMode.HALF_UP);
        return new CriterionSummary(
                scale.name(),
                scale.min(),
                scale.max(),
                scores.size(),
                mean,
                spread(scores.size(), sum, sumOfSquares));
    }

    /**
     * The spread is {@code √V / n} with {@code V = n·Σx² − (Σx)²}. In hundredths, rounded half up:
     * {@code floor((2·√(10⁴·V) + n) / 2n)}, where the root may be cut to an integer before.
     */
    private static BigDecimal spread(long count, long sum, long sumOfSquares) {
        BigInteger n = BigInteger.valueOf(count);
        BigInteger v = n.multiply(BigInteger.valueOf(sumOfSquares))
                .subtract(BigInteger.valueOf(sum).pow(2));
        BigInteger twiceRoot = v.multiply(HUNDRED.pow(2)).shiftLeft(2).sqrt();
        BigInteger hundredths = twiceRoot.add(n).divide(n.shiftLeft(1));
        return new BigDecimal(hundredths, DIGITS);
    }
}
