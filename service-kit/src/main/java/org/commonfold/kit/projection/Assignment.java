package org.commonfold.kit.projection;

import org.apache.kafka.common.TopicPartition;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A partition while it is this process's to read. A new assignment is a new object: a batch that is
 * still in flight from the last one cannot touch it.
 */
final class Assignment {

    final TopicPartition partition;
    final PartitionFold fold;
    final SeenEvents seen;

    /** Tells its own commits from others'. */
    final UUID owner = UUID.randomUUID();

    /** Before which offset all that was not set aside was in the database when it was assigned. */
    final long begin;

    /** The offset of the record to be read next. Belongs to the thread that reads. */
    long next;

    /** Before which offset all is folded, or set aside. Belongs to who folds. */
    volatile long folded;

    /** What is in the database; but for {@link #aside}'s progress. Belongs to who writes. */
    volatile Checkpoint checkpoint;

    final Aside aside;

    /** It is somebody else's to read, or to write: what is folded and not written yet is void. */
    volatile boolean lost;

    /** The last batch that is being folded; the next one is when it is. */
    CompletionStage<?> folding = CompletableFuture.completedFuture(null);

    /** The last batch that is being written, perhaps while the next one is folded. */
    CompletionStage<?> writing = CompletableFuture.completedFuture(null);

    Assignment(
            TopicPartition partition, PartitionFold fold, SeenEvents seen, Checkpoint checkpoint) {
        this.partition = partition;
        this.fold = fold;
        this.seen = seen;
        this.begin = checkpoint.ahead();
        this.next = fold.startsAt(checkpoint.next());
        this.folded = next;
        this.checkpoint = checkpoint;
        this.aside = new Aside(checkpoint);
    }

    /** Whether what was set aside may be folded with the others again, from the next batch on. */
    boolean mayPutBack() {
        return !lost && folded >= begin && aside.isDone();
    }
}
