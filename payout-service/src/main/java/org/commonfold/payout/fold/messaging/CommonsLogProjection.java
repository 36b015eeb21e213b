package org.commonfold.payout.fold.messaging;

import jakarta.enterprise.context.ApplicationScoped;

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

    CommonsLogProjection(
            FoldedBatches batches,
            EarlierPayouts earlierPayouts,
            Snapshots snapshots,
            @ConfigProperty(name = "fold.snapshot-every") int snapshotEvery) {
        this.batches = batches;
        this.earlierPayouts = earlierPayouts;
        this.snapshots = snapshots;
        this.snapshotEvery = snapshotEvery;
    }

    @Override
    public PartitionFold assigned(int partition, long checkpoint) {
        earlierPayouts.learn();
        return new CommonsLogFold(partition, checkpoint, batches, snapshots, snapshotEvery);
    }
}
