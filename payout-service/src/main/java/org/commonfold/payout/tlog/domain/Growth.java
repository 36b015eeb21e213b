package org.commonfold.payout.tlog.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree that grows: of what it had, only the full subtrees at its right edge are needed, one for
 * each bit of its size.
 */
public final class Growth {

    private final List<byte[]> edge;
    private final Map<Node, byte[]> added = new LinkedHashMap<>();
    private long size;

    /**
     * @param edge the hashes of {@link #edgeOf}
     */
    public Growth(long size, List<byte[]> edge) {
        this.size = size;
        this.edge = new ArrayList<>(edge);
    }

    public static List<Node> edgeOf(long size) {
        return Node.covering(0, size);
    }

    public void append(byte[] entry) {
        byte[] hash = Hashes.leaf(entry);
        int level = 0;
        added.put(new Node(level, size), hash);
        while ((size >> level & 1) == 1) {
            hash = Hashes.node(edge.remove(edge.size() - 1), hash);
            level++;
            added.put(new Node(level, size >> level), hash);
        }
        edge.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    /** Those that have become full. */
    public Map<Node, byte[]> added() {
        return added;
    }

    public byte[] root() {
        return Hashes.root(edge);
    }
}
