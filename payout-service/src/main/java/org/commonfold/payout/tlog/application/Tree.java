package org.commonfold.payout.tlog.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.tlog.domain.Checkpoint;
import org.commonfold.payout.tlog.domain.Node;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The transparency log, to read: what it has of a tree's nodes and leaves never changes. */
public interface Tree {

    /** The name of this log. */
    Uni<String> origin();

    /** The latest; empty before the first. */
    Uni<Optional<Checkpoint>> checkpoint();

    /** The hashes of nodes that follow one another, as many as there are. */
    Uni<List<byte[]>> nodes(int level, long from, int countMax);

    Uni<Map<Node, byte[]>> nodes(Collection<Node> nodes);

    /** What the leaves say, one after another, as many as there are. */
    Uni<List<byte[]>> leaves(long from, int countMax);

    /** The leaf of an entry; empty while it has none. */
    Uni<Optional<Leaf>> leaf(UUID entryId);

    /**
     * A leaf.
     *
     * @param index its place
     * @param hash what it says: the SHA-256 of the entry when it was booked
     * @param entry as it stands in the ledger now, in the form that is hashed
     */
    record Leaf(long index, byte[] hash, String entry) {}
}
