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

    /** The first offset whose effects were not in the database when it was assigned. */
    final long begin;

    /** The offset of the record to be read next. Belongs to the thread that reads. */
    long next;

    /** The first offset whose effects are not in the database. Belongs to who writes. */
    volatile long checkpoint;

    /** It is somebody else's to read, or to write: what is folded and not written yet is void. */
    volatile boolean lost;

    /** The last batch that is being folded; the next one is when it is. */
    CompletionStage<?> folded = CompletableFuture.completedFuture(null);

    /** The last batch that is being written, perhaps while the next one is folded. */
    CompletionStage<?> written = CompletableFuture.completedFuture(null);

    Assignment(TopicPartition partition, PartitionFold fold, SeenEvents seen, long checkpoint) {
        this.partition = partition;
        this.fold = fold;
        this.seen = seen;
        this.begin = checkpoint;
        this.next = fold.startsAt(checkpoint);
        this.checkpoint = checkpoint;
    }
}
