package org.commonfold.kit.projection;

import io.smallrye.mutiny.Uni;

import java.util.List;

/** Folds the records of one partition, for as long as this process is assigned it. */
@FunctionalInterface
public interface PartitionFold {

    /**
     * The offset to begin to read at: the checkpoint, or an earlier one to rebuild from it what is
     * kept in memory only.
     */
    default long startsAt(long checkpoint) {
        return checkpoint;
    }

    /**
     * Folds records whose effects are in the database already, each event once, in order. Called
     * only when {@link #startsAt} is before the checkpoint.
     */
    default void refold(List<LogRecord> records) {
        throw new UnsupportedOperationException("This fold keeps nothing in memory");
    }

    /**
     * Folds new records, each event once, in order. Called on a worker thread, for one batch after
     * the other, perhaps before what the last one led to is written.
     *
     * @return what to write. It is subscribed to on an event loop, within the transaction that
     *     moves the checkpoint and while that is on its way, and again when that transaction had to
     *     be repeated. Only there is that transaction found: a session that is asked for here
     *     already is another one.
     */
    Uni<Void> fold(List<LogRecord> records);

    /**
     * Of the records that were given last to {@link #fold} or {@link #refold}, those that were not
     * folded there: they take so long that other keys should not wait for them. All have one key,
     * the first of them and all that come after it, until it is {@link #putBack}.
     */
    default List<LogRecord> setAside() {
        return List.of();
    }

    /**
     * Folds records that were set aside, in order. Called on a worker thread, for one batch after
     * the other, while records of other keys are folded.
     *
     * @return what to write; as of {@link #fold}
     */
    default Uni<Void> foldAside(List<LogRecord> records) {
        throw new UnsupportedOperationException("This fold sets nothing aside");
    }

    /** All that was set aside is written: from now on its key is as any other. */
    default void putBack() {}
}
