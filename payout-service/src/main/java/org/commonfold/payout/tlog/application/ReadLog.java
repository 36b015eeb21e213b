package org.commonfold.payout.tlog.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.tlog.domain.Checkpoint;
import org.commonfold.payout.tlog.domain.Hashes;
import org.commonfold.payout.tlog.domain.Tile;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The log as its readers know it: C2SP tlog-tiles. */
@ApplicationScoped
public class ReadLog {

    private final Tree tree;
    private final Signing signing;

    ReadLog(Tree tree, Signing signing) {
        this.tree = tree;
        this.signing = signing;
    }

    /** The latest checkpoint, signed; empty before the first. */
    public Uni<Optional<String>> checkpoint() {
        return tree.checkpoint().map(found -> found.map(this::signed));
    }

    String signed(Checkpoint checkpoint) {
        return signing.key().sign(checkpoint.origin(), checkpoint.text());
    }

    public Uni<String> verifierKey() {
        return tree.origin().map(signing.key()::verifierKey);
    }

    /** The hashes of a tile, one after another; empty when the tree has not all of them. */
    public Uni<Optional<byte[]>> tile(int level, Tile tile) {
        return tree.nodes(level * Tile.HEIGHT, tile.from(), tile.width())
                .map(hashes -> whole(hashes, tile, 0));
    }

    /** What the leaves say, each behind its length in two bytes. */
    public Uni<Optional<byte[]>> entries(Tile tile) {
        return tree.leaves(tile.from(), tile.width())
                .map(leaves -> whole(leaves, tile, Short.BYTES));
    }

    private static Optional<byte[]> whole(List<byte[]> parts, Tile tile, int lengthBytes) {
        if (parts.size() < tile.width()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate(parts.size() * (lengthBytes + Hashes.BYTES));
        for (byte[] part : parts) {
            if (lengthBytes > 0) {
                bytes.putShort((short) part.length);
            }
            bytes.put(part);
        }
        return Optional.of(bytes.array());
    }
}
