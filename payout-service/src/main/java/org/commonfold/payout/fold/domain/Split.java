package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An amount split over weights, with all its working (DOMAIN.md, "Money").
 *
 * @param amount micros
 * @param weightSum W
 * @param ranked in the order in which what was left over is given out
 * @param leftOver how many micros the floors leave: the first so many of the ranked get one each
 */
public record Split<K extends Comparable<K>>(
        long amount, BigInteger weightSum, List<Part<K>> ranked, int leftOver) {

    /**
     * One of them, before anything that is left over.
     *
     * @param floor {@code floor(amount·weight/W)}
     * @param remainder {@code amount·weight mod W}
     */
    public record Part<K>(K id, BigInteger weight, long floor, BigInteger remainder) {}

    /** Of nothing, over nobody. */
    static <K extends Comparable<K>> Split<K> none() {
        return new Split<>(0, BigInteger.ZERO, List.of(), 0);
    }

    /**
     * What one gets.
     *
     * @param rank its place among the ranked, from 0
     */
    public long micros(int rank) {
        return ranked.get(rank).floor() + (rank < leftOver ? 1 : 0);
    }

    /** What each gets, by id. */
    public Map<K, Long> byId() {
        Map<K, Long> parts = new HashMap<>(2 * ranked.size());
        for (int rank = 0; rank < ranked.size(); rank++) {
            parts.put(ranked.get(rank).id(), micros(rank));
        }
        return parts;
    }
}
