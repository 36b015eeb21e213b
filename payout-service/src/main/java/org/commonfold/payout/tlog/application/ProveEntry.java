package org.commonfold.payout.tlog.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.tlog.domain.Checkpoint;
import org.commonfold.payout.tlog.domain.Inclusion;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows that an entry is in the log, to whoever trusts nothing but its checkpoint. */
@ApplicationScoped
public class ProveEntry {

    private final Tree tree;
    private final ReadLog log;

    ProveEntry(Tree tree, ReadLog log) {
        this.tree = tree;
        this.log = log;
    }

    /**
     * A proof of inclusion.
     *
     * @param hashes from the leaf's sibling up (RFC 6962, section 2.1.1)
     * @param size of the tree that the checkpoint is of
     * @param checkpoint signed
     */
    public record Proof(Tree.Leaf leaf, long size, List<byte[]> hashes, String checkpoint) {}

    /** Empty while the log does not have the entry. */
    public Uni<Optional<Proof>> prove(UUID entryId) {
        return tree.leaf(entryId)
                .chain(leaf -> leaf.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : tree.checkpoint()
                                .chain(latest -> prove(leaf.get(), latest.orElseThrow()))
                                .map(Optional::of));
    }

    private Uni<Proof> prove(Tree.Leaf leaf, Checkpoint latest) {
        Inclusion inclusion = new Inclusion(leaf.index(), latest.size());
        return tree.nodes(inclusion.nodes())
                .map(hashes -> new Proof(
                        leaf, latest.size(), inclusion.proof(hashes), log.signed(latest)));
    }
}
