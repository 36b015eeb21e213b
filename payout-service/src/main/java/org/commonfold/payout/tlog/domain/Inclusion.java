package org.commonfold.payout.tlog.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which hashes show that a leaf is in a tree: RFC 6962, section 2.1.1. */
public final class Inclusion {

    private final List<List<Node>> siblings = new ArrayList<>();

    /**
     * @param index of the leaf, below {@code size}
     */
    public Inclusion(long index, long size) {
        descend(index, 0, size);
    }

    private void descend(long index, long from, long until) {
        if (until - from == 1) {
            return;
        }
        long middle = from + Long.highestOneBit(until - from - 1);
        if (index < middle) {
            descend(index, from, middle);
            siblings.add(Node.covering(middle, until));
        } else {
            descend(index, middle, until);
            siblings.add(Node.covering(from, middle));
        }
    }

    /** What has to be known of the tree. */
    public List<Node> nodes() {
        return siblings.stream().flatMap(List::stream).toList();
    }

    /** From the leaf's sibling up. */
    public List<byte[]> proof(Map<Node, byte[]> hashes) {
        return siblings.stream()
                .map(nodes -> Hashes.root(nodes.stream().map(hashes::get).toList()))
                .toList();
    }
}
