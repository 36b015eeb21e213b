package org.commonfold.kit.projection;

/** What a service makes of the log. */
@FunctionalInterface
public interface LogProjection {

    /**
     * A partition is read by this process from now on. Called on the consumer's own thread; may
     * block.
     *
     * @param checkpoint what is in the database
     * @return what folds its records until the partition is taken away
     */
    PartitionFold assigned(int partition, Checkpoint checkpoint);
}
