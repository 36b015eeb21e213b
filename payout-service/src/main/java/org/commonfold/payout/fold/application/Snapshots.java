package org.commonfold.payout.fold.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Restoration;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Where the fold keeps what it would otherwise have to fold again. */
public interface Snapshots {

    /**
     * What was found.
     *
     * @param refoldFrom the offset from which the partition has to be folded again
     * @param asOf of each commons that was found, before which offset all of it is folded
     * @param turnsBeganAt of those whose last turn is not over, as of which offset its first
     *     portion was saved
     */
    record Found(long refoldFrom, Map<CommonsId, Long> asOf, Map<CommonsId, Long> turnsBeganAt) {}

    /**
     * What is saved of a partition.
     *
     * @param refoldFrom all before this offset is
     * @param commonsCount of so many commons: fewer found are not all
     */
    record Progress(long refoldFrom, int commonsCount) {}

    /**
     * Saves portions, in the surrounding transaction.
     *
     * @param progress how far they go, with those before
     */
    Uni<Void> save(int partition, Progress progress, List<CommonsSnapshot> portions);

    /**
     * Finds what was saved of a partition. Blocks; not for an event loop. What cannot be used, of
     * another version or corrupt, is as if it had not been saved, and is deleted. Nothing can be
     * used when some of it is of a place that the ledger has not reached: going on from there,
     * records would be folded twice.
     *
     * @param checkpoint where the ledger stands
     * @param restore takes one commons, of which all portions are added; refuses with an {@code
     *     IllegalArgumentException} one of which they do not tell all
     */
    Found findAndAwait(int partition, long checkpoint, Consumer<Restoration> restore);
}
