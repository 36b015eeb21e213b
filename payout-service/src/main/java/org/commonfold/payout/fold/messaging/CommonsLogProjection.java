package org.commonfold.payout.fold.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.projection.LogProjection;
import org.commonfold.kit.projection.PartitionFold;
import org.commonfold.payout.fold.application.EarlierPayouts;

/** Folds commons.log into the ledger, each partition on its own. */
@ApplicationScoped
class CommonsLogProjection implements LogProjection {

    private final FoldedBatches batches;
    private final EarlierPayouts earlierPayouts;

    CommonsLogProjection(FoldedBatches batches, EarlierPayouts earlierPayouts) {
        this.batches = batches;
        this.earlierPayouts = earlierPayouts;
    }

    @Override
    public PartitionFold assigned(int partition, long checkpoint) {
        earlierPayouts.learn();
        return new CommonsLogFold(batches);
    }
}
