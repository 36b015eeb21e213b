package org.commonfold.payout.fold.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.projection.LogProjection;
import org.commonfold.kit.projection.PartitionFold;

/** Folds commons.log into the ledger, each partition on its own. */
@ApplicationScoped
class CommonsLogProjection implements LogProjection {

    private final FoldedBatches batches;

    CommonsLogProjection(FoldedBatches batches) {
        this.batches = batches;
    }

    @Override
    public PartitionFold assigned(int partition, long checkpoint) {
        return new CommonsLogFold(batches);
    }
}
