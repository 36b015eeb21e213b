package org.commonfold.payout.fold.persistence;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Restoration;
import org.jboss.logging.Logger;

import java.nio.BufferUnderflowException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The commonses of a partition as they are read: one at a time, portion by portion. */
final class SavedCommonses {

    private static final Logger LOG = Logger.getLogger(SavedCommonses.class);

    private final Consumer<Restoration> restore;
    private final Map<CommonsId, Long> restoredAsOf = new HashMap<>();
    /** Of the last portion. */
    private String commonsId;

    private long asOf;
    /** Null when what is saved of that commons cannot be used. */
    private Restoration restoration;

    /** Restores as {@link PostgresSnapshots#findAndAwait} says. */
    SavedCommonses(Consumer<Restoration> restore) {
        this.restore = restore;
    }

    /**
     * Takes the next portion; those of one commons come one after the other, in order.
     *
     * @param before the offset before which it tells all that has changed
     * @param format its version
     */
    void add(String id, long before, int format, byte[] data) {
        if (!id.equals(commonsId)) {
            complete();
            restoration = new Restoration();
        }
        commonsId = id;
        asOf = before;
        if (restoration != null && format != SnapshotFormat.VERSION) {
            LOG.infof("Commons %s is saved in another version; folding it again", id);
            restoration = null;
        }
        if (restoration != null) {
            use(() -> restoration.add(SnapshotFormat.decode(data)));
        }
    }

    /** When all are added: before which offset each is folded that was restored. */
    Map<CommonsId, Long> asOf() {
        complete();
        return Map.copyOf(restoredAsOf);
    }

    private void complete() {
        if (restoration != null) {
            use(() -> {
                restore.accept(restoration);
                restoredAsOf.put(new CommonsId(commonsId), asOf);
            });
            restoration = null;
        }
    }

    private void use(Runnable use) {
        try {
            use.run();
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException corrupt) {
            LOG.warnf(
                    corrupt, "What is saved of commons %s is corrupt; folding it again", commonsId);
            restoration = null;
        }
    }
}
