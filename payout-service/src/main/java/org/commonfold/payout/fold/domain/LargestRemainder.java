package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The only way anything is split (DOMAIN.md, "Money"). Each gets {@code floor(amount·w/W)}; what is
 * left over is given out one micro at a time in order of the largest {@code amount·w mod W}, ties
 * to the smaller id. The parts sum to the amount, exactly.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param amount micros to split, not negative
     * @param weights not negative, at least one positive; their sum and the products may be larger
     *     than a long
     */
    static <K extends Comparable<K>> Split<K> split(long amount, Map<K, BigInteger> weights) {
        BigInteger sum = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() <= 0 || amount < 0) {
            throw new IllegalArgumentException("Nothing to split " + amount + " by");
        }
        List<Split.Part<K>> parts = new ArrayList<>(weights.size());
        long left = amount;
        BigInteger whole = BigInteger.valueOf(amount);
        for (Map.Entry<K, BigInteger> weight : weights.entrySet()) {
            BigInteger[] quotient = whole.multiply(weight.getValue()).divideAndRemainder(sum);
            long floor = quotient[0].longValueExact();
            parts.add(new Split.Part<>(weight.getKey(), weight.getValue(), floor, quotient[1]));
            left -= floor;
        }
        parts.sort(Comparator.comparing((Split.Part<K> part) -> part.remainder())
                .reversed()
                .thenComparing(Split.Part::id));
        // Fewer are left than there are remainders above zero: a weight of 0 gets nothing.
        return new Split<>(amount, sum, parts, Math.toIntExact(left));
    }
}
