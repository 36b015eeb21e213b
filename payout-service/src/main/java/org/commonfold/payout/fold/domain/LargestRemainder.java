package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The only way anything is split (DOMAIN.md, "Money"). Each gets {@code floor(amount·w/W)}; what is
 * left over is given out one micro at a time in order of the largest {@code amount·w mod W}, ties
 * to the smaller id. The parts sum to the amount, exactly.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    private record Part<K>(K id, long floor, BigInteger remainder) {}

    /**
     * @param amount micros to split, not negative
     * @param weights not negative, at least one positive; their sum and the products may be larger
     *     than a long
     * @return a part for each id, in the order of the weights
     */
    static <K extends Comparable<K>> Map<K, Long> split(long amount, Map<K, BigInteger> weights) {
        BigInteger sum = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() <= 0 || amount < 0) {
            throw new IllegalArgumentException("Nothing to split " + amount + " by");
        }
        List<Part<K>> parts = new ArrayList<>(weights.size());
        Map<K, Long> split = new LinkedHashMap<>();
        long left = amount;
        BigInteger whole = BigInteger.valueOf(amount);
        for (Map.Entry<K, BigInteger> weight : weights.entrySet()) {
            BigInteger[] quotient = whole.multiply(weight.getValue()).divideAndRemainder(sum);
            long floor = quotient[0].longValueExact();
            parts.add(new Part<>(weight.getKey(), floor, quotient[1]));
            split.put(weight.getKey(), floor);
            left -= floor;
        }
        parts.sort(Comparator.comparing((Part<K> part) -> part.remainder())
                .reversed()
                .thenComparing(Part::id));
        // Fewer are left than there are remainders above zero: a weight of 0 gets nothing.
        for (Part<K> part : parts.subList(0, Math.toIntExact(left))) {
            split.merge(part.id(), 1L, Long::sum);
        }
        return split;
    }
}
