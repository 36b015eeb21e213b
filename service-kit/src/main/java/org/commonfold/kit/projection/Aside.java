package org.commonfold.kit.projection;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The key of a partition whose records are folded and written beside the others, if any is. */
final class Aside {

    /** After so many records of the partition, those that are not of the key wait for it. */
    private static final int RECORDS_MAX = 20_000;

    /** Null where there is none. Belongs to who folds. */
    private volatile String key;
    /** Where its first record is that was set aside. Belongs to who folds. */
    private long from;
    /** Its records that are not in the database. */
    private final AtomicInteger waiting = new AtomicInteger();

    /** The first offset of which its record would not be in the database. Belongs to who writes. */
    volatile long next;

    /** The last of its batches that is being folded and written. */
    CompletionStage<?> writing = CompletableFuture.completedFuture(null);

    Aside(Checkpoint checkpoint) {
        this.key = checkpoint.keySetAside();
        this.from = checkpoint.next();
        this.next = checkpoint.next();
    }

    String key() {
        return key;
    }

    /** Whether all of its records that were read are in the database. */
    boolean isDone() {
        return key != null && waiting.get() == 0;
    }

    /** Whether it has been set aside for so long that it is to be put back, whatever waits. */
    boolean isOverdue(long folded) {
        return key != null && folded - from >= RECORDS_MAX;
    }

    void putBack() {
        key = null;
    }

    /**
     * Takes records of its key, or of one that is set aside from now on.
     *
     * @param folded before which offset all others are folded
     * @return where the checkpoint is to stand
     */
    Checkpoint take(List<LogRecord> records, long folded) {
        if (key == null && !records.isEmpty()) {
            from = records.get(0).offset();
            next = from;
            key = records.get(0).keyText();
        }
        waiting.addAndGet(records.size());
        return key == null ? Checkpoint.at(folded) : new Checkpoint(from, folded, key);
    }

    /** Records of it are in the database. */
    void written(List<LogRecord> records) {
        next = LogRecord.after(records);
        waiting.addAndGet(-records.size());
    }
}
