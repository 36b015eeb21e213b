package org.commonfold.kit.projection;

import org.apache.kafka.common.TopicPartition;

/**
 * A partition while it is this process's to read. A new assignment is a new object: a batch that is
 * still in flight from the last one cannot touch it.
 */
final class Assignment {

    final TopicPartition partition;
    final PartitionFold fold;

    /** The offset of the record to be read next. */
    long next;

    /** The first offset whose effects are not in the database. */
    long checkpoint;

    Assignment(TopicPartition partition, PartitionFold fold, long checkpoint) {
        this.partition = partition;
        this.fold = fold;
        this.next = fold.startsAt(checkpoint);
        this.checkpoint = checkpoint;
    }
}
