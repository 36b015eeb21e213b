package org.commonfold.payout.tlog.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * The root of a full subtree. Once there, it never changes.
 *
 * @param level over {@code 2^level} leaves
 * @param position among those of its level, from 0 on
 */
public record Node(int level, long position) {

    /**
     * The full subtrees that a range of leaves consists of, from left to right.
     *
     * @param from a multiple of the largest of them
     */
    public static List<Node> covering(long from, long until) {
        List<Node> nodes = new ArrayList<>();
        long next = from;
        while (next < until) {
            long leaves = Long.highestOneBit(until - next);
            int level = Long.numberOfTrailingZeros(leaves);
            nodes.add(new Node(level, next >> level));
            next += leaves;
        }
        return nodes;
    }
}
