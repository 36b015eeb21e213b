package org.commonfold.payout.fold.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.projection.Checkpoint;
import org.commonfold.kit.projection.LogProjection;
import org.commonfold.kit.projection.PartitionFold;
import org.commonfold.payout.fold.application.EarlierPayouts;
import org.commonfold.payout.fold.application.Snapshots;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Folds commons.log into the ledger, each partition on its own. */
@ApplicationScoped
class CommonsLogProjection implements LogProjection {

    private final FoldedBatches batches;
    private final EarlierPayouts earlierPayouts;
    private final Snapshots snapshots;
    private final int snapshotEvery;
    private final int setAsideFrom;

    CommonsLogProjection(
            FoldedBatches batches,
            EarlierPayouts earlierPayouts,
            Snapshots snapshots,
            @ConfigProperty(name = "fold.snapshot-every") int snapshotEvery,
            @ConfigProperty(name = "fold.set-aside-from") int setAsideFrom) {
        this.batches = batches;
        this.earlierPayouts = earlierPayouts;
        this.snapshots = snapshots;
        this.snapshotEvery = snapshotEvery;
        if (setAsideFrom < 1) {
            throw new IllegalArgumentException("fold.set-aside-from is less than 1");
        }
        this.setAsideFrom = setAsideFrom;
    }

    @Override
    public PartitionFold assigned(int partition, Checkpoint checkpoint) {
        earlierPayouts.learn();
        return new CommonsLogFold(
                partition, checkpoint, batches, snapshots, snapshotEvery, setAsideFrom);
    }
}
