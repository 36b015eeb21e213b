package org.commonfold.payout.fold.messaging;

import io.smallrye.mutiny.Uni;

import org.commonfold.kit.projection.LogRecord;
import org.commonfold.kit.projection.PartitionFold;
import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.CommonsSnapshot;
import org.commonfold.payout.fold.application.LogPlace;
import org.commonfold.payout.fold.application.Snapshots;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Verdict;

import java.util.List;

/**
 * The fold of one partition. Its state is kept in memory, and in snapshots that are saved with what
 * the fold leads to; what has changed since is folded again (docs/adr/0028).
 */
final class CommonsLogFold implements PartitionFold {

    private final CommonsLogReader reader = new CommonsLogReader();
    private final Commonses commonses = new Commonses();
    private final FoldedBatches batches;
    private final Snapshots snapshots;
    private final SnapshotSchedule schedule;
    private final int partition;
    private final Snapshots.Found found;

    /**
     * Finds what is saved. Blocks; not for an event loop.
     *
     * @param snapshotEvery how many records may have to be folded again
     */
    CommonsLogFold(int partition, FoldedBatches batches, Snapshots snapshots, int snapshotEvery) {
        this.partition = partition;
        this.batches = batches;
        this.snapshots = snapshots;
        this.found = snapshots.findAndAwait(partition, commonses::restore);
        this.schedule = new SnapshotSchedule(snapshotEvery, found.asOf().keySet());
    }

    @Override
    public long startsAt(long checkpoint) {
        return Math.min(found.refoldFrom(), checkpoint);
    }

    @Override
    public void refold(List<LogRecord> records) {
        FoldedBatch alreadyWritten = new FoldedBatch();
        for (LogRecord record : records) {
            // A snapshot of one commons may stand further on than that of another.
            if (record.offset() >= standsAt(record)) {
                fold(record, alreadyWritten);
            }
        }
    }

    private long standsAt(LogRecord record) {
        String key = record.keyText();
        return key == null ? 0 : found.asOf().getOrDefault(new CommonsId(key), 0L);
    }

    @Override
    public Uni<Void> fold(List<LogRecord> records) {
        FoldedBatch batch = new FoldedBatch();
        records.forEach(record -> fold(record, batch));
        if (records.isEmpty()) {
            return batches.write(batch);
        }
        long next = records.get(records.size() - 1).offset() + 1;
        List<CommonsSnapshot> due = schedule.due(commonses, next);
        Uni<Void> saved = snapshots.save(partition, schedule.progress(next), due);
        return batches.write(batch).chain(() -> saved);
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
            schedule.changed(event.commonsId(), record.offset());
            LogPlace place = new LogPlace(record.partition(), record.offset());
            if (event instanceof CommonsEvent.CommonsFounded) {
                batch.found(event.commonsId(), place);
            }
            for (Movement movement : accepted.movements()) {
                batch.add(
                        record,
                        movement,
                        BookedEntry.of(movement.entry(), record.eventId(), place));
            }
        }
    }
}
