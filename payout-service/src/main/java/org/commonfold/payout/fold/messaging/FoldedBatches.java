package org.commonfold.payout.fold.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.application.EarlierPayouts;
import org.commonfold.payout.fold.application.FoundedCommons;
import org.commonfold.payout.fold.application.Ledger;

import java.util.List;
import java.util.function.Function;

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

    /** In the surrounding transaction. */
    Uni<Void> write(FoldedBatch batch) {
        return Uni.createFrom()
                .deferred(() -> earlierPayouts.among(
                        batch.moved().stream().map(FoldedBatch.Moved::entry).toList()))
                .chain(ledger::book)
                .chain(() ->
                        each(batch.founded(), one -> foundedCommons.add(one.id(), one.place())))
                .chain(() -> each(batch.moved(), payoutLog::record))
                .chain(() -> each(batch.refused(), rejectedRecords::record));
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<? extends Void>> write) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(write)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
