package org.commonfold.payout.fold.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.payout.fold.application.EarlierPayouts;
import org.commonfold.payout.fold.application.FoundedCommons;
import org.commonfold.payout.fold.application.Ledger;

import java.util.ArrayList;
import java.util.List;

/** Writes what a batch led to: the ledger, and through the outbox payout.log and the rejected. */
@ApplicationScoped
class FoldedBatches {

    private final FoundedCommons foundedCommons;
    private final EarlierPayouts earlierPayouts;
    private final Ledger ledger;
    private final PayoutLog payoutLog;
    private final RejectedRecords rejectedRecords;

    FoldedBatches(
            FoundedCommons foundedCommons,
            EarlierPayouts earlierPayouts,
            Ledger ledger,
            PayoutLog payoutLog,
            RejectedRecords rejectedRecords) {
        this.foundedCommons = foundedCommons;
        this.earlierPayouts = earlierPayouts;
        this.ledger = ledger;
        this.payoutLog = payoutLog;
        this.rejectedRecords = rejectedRecords;
    }

    /** In the surrounding transaction, on subscription; all of it at once. */
    Uni<Void> write(FoldedBatch batch) {
        return Uni.createFrom().deferred(() -> PlainSql.together(writes(batch)));
    }

    private List<Uni<Void>> writes(FoldedBatch batch) {
        List<Uni<Void>> writes = new ArrayList<>();
        writes.add(earlierPayouts
                .among(batch.moved().stream().map(FoldedBatch.Moved::entry).toList())
                .chain(ledger::book));
        batch.founded().forEach(one -> writes.add(foundedCommons.add(one.id(), one.place())));
        batch.moved().forEach(one -> writes.add(payoutLog.record(one)));
        batch.refused().forEach(one -> writes.add(rejectedRecords.record(one)));
        return writes;
    }
}
