package org.commonfold.payout.fold.messaging;

import io.smallrye.mutiny.Uni;

import org.commonfold.kit.projection.LogRecord;
import org.commonfold.kit.projection.PartitionFold;
import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.LogPlace;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Verdict;

import java.util.List;

/**
 * The fold of one partition. Its state is kept in memory and nowhere else: the log is the truth, so
 * an assignment begins with a refold of what is in the ledger already (docs/adr/0007).
 */
final class CommonsLogFold implements PartitionFold {

    private final CommonsLogReader reader = new CommonsLogReader();
    private final Commonses commonses = new Commonses();
    private final FoldedBatches batches;

    CommonsLogFold(FoldedBatches batches) {
        this.batches = batches;
    }

    @Override
    public long startsAt(long checkpoint) {
        return 0;
    }

    @Override
    public void refold(List<LogRecord> records) {
        folded(records);
    }

    @Override
    public Uni<Void> fold(List<LogRecord> records) {
        return batches.write(folded(records));
    }

    FoldedBatch folded(List<LogRecord> records) {
        FoldedBatch batch = new FoldedBatch();
        records.forEach(record -> fold(record, batch));
        return batch;
    }

    private void fold(LogRecord record, FoldedBatch batch) {
        Reading reading =
                reader.read(record.eventType(), record.eventId(), record.keyText(), record.value());
        if (reading instanceof Reading.Event event) {
            fold(record, event.event(), batch);
        } else if (reading instanceof Reading.Unreadable unreadable) {
            batch.reject(record, unreadable.rejection(), unreadable.detail());
        }
    }

    private void fold(LogRecord record, CommonsEvent event, FoldedBatch batch) {
        Verdict verdict = commonses.fold(event);
        if (verdict instanceof Verdict.Rejected rejected) {
            batch.reject(record, rejected.reason(), "");
        } else if (verdict instanceof Verdict.Accepted accepted) {
            LogPlace place = new LogPlace(record.partition(), record.offset());
            for (Movement movement : accepted.movements()) {
                batch.add(
                        movement,
                        BookedEntry.of(movement.entry(), record.eventId(), place, record.time()));
            }
        }
    }
}
