package org.commonfold.payout.fold.persistence;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.CommonsState;
import org.commonfold.payout.fold.domain.Restoration;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The commonses of a partition as they are read: one at a time, portion by portion. */
final class SavedCommonses {

    private static final Logger LOG = Logger.getLogger(SavedCommonses.class);

    private final Consumer<Restoration> restore;
    private final Map<CommonsId, Long> restoredAsOf = new HashMap<>();
    private final Map<CommonsId, Long> turnsBeganAt = new HashMap<>();
    private final List<String> unusable = new ArrayList<>();
    /** Of the last portion. */
    private String commonsId;

    private long lastAsOf;
    private CommonsState.Turn turn;
    private long turnBeganAt;
    /** Null when what is saved of that commons cannot be used. */
    private Restoration restoration;

    /** Restores as {@link PostgresSnapshots#findAndAwait} says. */
    SavedCommonses(Consumer<Restoration> restore) {
        this.restore = restore;
    }

    /**
     * Takes the next portion; those of one commons come one after the other, in order.
     *
     * @param asOf all before this offset is folded in it
     * @param format its version
     */
    void add(String id, long asOf, int format, byte[] data) {
        if (!id.equals(commonsId)) {
            complete();
            restoration = new Restoration();
            turn = CommonsState.Turn.OVER;
        }
        commonsId = id;
        lastAsOf = asOf;
        if (restoration != null && format != SnapshotFormat.VERSION) {
            LOG.infof("Commons %s is saved in another version; folding it again", id);
            refuse();
        }
        if (restoration != null) {
            use(() -> add(SnapshotFormat.decode(data)));
        }
    }

    private void add(CommonsState portion) {
        restoration.add(portion);
        if (turn.isOver()) {
            turnBeganAt = lastAsOf;
        }
        turn = portion.turn();
    }

    /** Restores the last commons, once all of its portions are added. */
    void complete() {
        if (restoration != null) {
            use(this::restoreIt);
            restoration = null;
        }
    }

    private void restoreIt() {
        restore.accept(restoration);
        CommonsId id = new CommonsId(commonsId);
        restoredAsOf.put(id, lastAsOf);
        if (!turn.isOver()) {
            turnsBeganAt.put(id, turnBeganAt);
        }
    }

    /** Bytes that we did not write so may lead to anything. */
    private void use(Runnable use) {
        try {
            use.run();
        } catch (RuntimeException corrupt) {
            LOG.warnf(
                    corrupt, "What is saved of commons %s is corrupt; folding it again", commonsId);
            refuse();
        }
    }

    private void refuse() {
        restoration = null;
        unusable.add(commonsId);
    }

    /** Those that cannot be used. */
    List<String> unusable() {
        return unusable;
    }

    /** Of those that were restored. */
    Map<CommonsId, Long> asOf() {
        return restoredAsOf;
    }

    /** Of those whose last turn is not over, as of which offset its first portion was saved. */
    Map<CommonsId, Long> turnsBeganAt() {
        return turnsBeganAt;
    }
}
