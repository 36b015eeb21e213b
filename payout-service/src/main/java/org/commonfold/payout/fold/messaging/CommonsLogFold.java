package org.commonfold.payout.fold.messaging;

import io.smallrye.mutiny.Uni;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.kit.projection.PartitionFold;
import org.commonfold.payout.fold.application.CommonsSnapshot;
import org.commonfold.payout.fold.application.Snapshots;
import org.commonfold.payout.fold.domain.CommonsId;

import java.util.List;

/**
 * The fold of one partition. Its state is kept in memory, and in snapshots that are saved with what
 * the fold leads to; what has changed since is folded again (docs/adr/0028).
 */
final class CommonsLogFold implements PartitionFold {

    private final RecordFold recordFold = new RecordFold();
    private final FoldedBatches batches;
    private final Snapshots snapshots;
    private final SnapshotSchedule schedule;
    private final int partition;
    private final Snapshots.Found found;

    /**
     * Finds what is saved. Blocks; not for an event loop.
     *
     * @param checkpoint the offset before which all is folded
     * @param snapshotEvery how many records may have to be folded again
     */
    CommonsLogFold(
            int partition,
            long checkpoint,
            FoldedBatches batches,
            Snapshots snapshots,
            int snapshotEvery) {
        this.partition = partition;
        this.batches = batches;
        this.snapshots = snapshots;
        this.found = snapshots.findAndAwait(partition, checkpoint, recordFold.commonses()::restore);
        this.schedule = new SnapshotSchedule(snapshotEvery, found.asOf().keySet());
    }

    @Override
    public long startsAt(long checkpoint) {
        return Math.min(found.refoldFrom(), checkpoint);
    }

    @Override
    public void refold(List<LogRecord> records) {
        // A snapshot of one commons may stand further on than that of another.
        folded(records.stream()
                .filter(record -> record.offset() >= standsAt(record))
                .toList());
    }

    private long standsAt(LogRecord record) {
        String key = record.keyText();
        return key == null ? 0 : found.asOf().getOrDefault(new CommonsId(key), 0L);
    }

    @Override
    public Uni<Void> fold(List<LogRecord> records) {
        FoldedBatch batch = folded(records);
        if (records.isEmpty()) {
            return batches.write(batch);
        }
        long next = records.get(records.size() - 1).offset() + 1;
        List<CommonsSnapshot> due = schedule.due(recordFold.commonses(), next);
        Uni<Void> saved = snapshots.save(partition, schedule.progress(next), due);
        return PlainSql.together(List.of(batches.write(batch), saved));
    }

    private FoldedBatch folded(List<LogRecord> records) {
        FoldedBatch batch = new FoldedBatch();
        for (LogRecord record : records) {
            recordFold
                    .fold(record, batch)
                    .ifPresent(changed -> schedule.changed(changed, record.offset()));
        }
        return batch;
    }
}
