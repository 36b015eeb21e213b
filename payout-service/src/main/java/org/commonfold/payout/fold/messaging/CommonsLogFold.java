package org.commonfold.payout.fold.messaging;

import io.smallrye.mutiny.Uni;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.projection.Checkpoint;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.kit.projection.PartitionFold;
import org.commonfold.payout.fold.application.CommonsSnapshot;
import org.commonfold.payout.fold.application.Snapshots;
import org.commonfold.payout.fold.domain.CommonsId;

import java.util.ArrayList;
import java.util.List;

/**
 * The fold of one partition. Its state is kept in memory, and in snapshots that are saved with what
 * the fold leads to; what has changed since is folded again (docs/adr/0028). A commons of which a
 * revenue has to go through very many works or credits is set aside (docs/adr/0042).
 */
final class CommonsLogFold implements PartitionFold {

    private final RecordFold recordFold = new RecordFold();
    private final FoldedBatches batches;
    private final Snapshots snapshots;
    private final SnapshotSchedule schedule;
    private final int partition;
    private final Snapshots.Found found;
    private final int setAsideFrom;
    /** The commons that is set aside, from its record at this offset on; or null. */
    private CommonsId aside;

    private long asideFrom;
    /** Records of it that were not folded with the last batch. */
    private List<LogRecord> setAside = List.of();

    /**
     * Finds what is saved. Blocks; not for an event loop.
     *
     * @param checkpoint what is folded
     * @param snapshotEvery how many records may have to be folded again
     * @param setAsideFrom what goes through so many works or credits sets its commons aside
     */
    CommonsLogFold(
            int partition,
            Checkpoint checkpoint,
            FoldedBatches batches,
            Snapshots snapshots,
            int snapshotEvery,
            int setAsideFrom) {
        this.partition = partition;
        this.batches = batches;
        this.snapshots = snapshots;
        this.setAsideFrom = setAsideFrom;
        this.found = snapshots.findAndAwait(
                partition, checkpoint.ahead(), recordFold.commonses()::restore);
        this.schedule = new SnapshotSchedule(snapshotEvery, found);
        String key = checkpoint.keySetAside();
        this.aside = key == null ? null : new CommonsId(key);
        this.asideFrom = checkpoint.next();
    }

    @Override
    public long startsAt(long checkpoint) {
        return Math.min(found.refoldFrom(), checkpoint);
    }

    @Override
    public void refold(List<LogRecord> records) {
        // A snapshot of one commons may stand further on than that of another.
        folded(
                records.stream()
                        .filter(record -> record.offset() >= standsAt(record))
                        .toList(),
                Integer.MAX_VALUE);
    }

    private long standsAt(LogRecord record) {
        String key = record.keyText();
        return key == null ? 0 : found.asOf().getOrDefault(new CommonsId(key), 0L);
    }

    @Override
    public Uni<Void> fold(List<LogRecord> records) {
        FoldedBatch batch = folded(records, setAsideFrom);
        if (records.isEmpty()) {
            return batches.write(batch);
        }
        long next = records.get(records.size() - 1).offset() + 1;
        List<CommonsSnapshot> due = schedule.due(recordFold.commonses(), next, aside);
        Uni<Void> saved = snapshots.save(partition, schedule.progress(next), due);
        return PlainSql.together(List.of(batches.write(batch), saved));
    }

    private FoldedBatch folded(List<LogRecord> records, int extentMax) {
        FoldedBatch batch = new FoldedBatch();
        setAside = new ArrayList<>();
        for (LogRecord record : records) {
            Reading reading = recordFold.read(record);
            if (aside == null && extent(reading) >= extentMax) {
                aside = new CommonsId(record.keyText());
                asideFrom = record.offset();
            }
            if (isAside(record)) {
                setAside(record, reading);
            } else {
                recordFold
                        .fold(record, reading, batch)
                        .ifPresent(changed -> schedule.changed(changed, record.offset()));
            }
        }
        return batch;
    }

    private int extent(Reading reading) {
        return reading instanceof Reading.Event event
                ? recordFold.commonses().extent(event.event())
                : 0;
    }

    private boolean isAside(LogRecord record) {
        return aside != null
                && record.offset() >= asideFrom
                && aside.value().equals(record.keyText());
    }

    private void setAside(LogRecord record, Reading reading) {
        setAside.add(record);
        schedule.changed(aside, record.offset());
        if (reading instanceof Reading.Event event) {
            recordFold.commonses().expect(event.event());
        }
    }

    @Override
    public List<LogRecord> setAside() {
        return setAside;
    }

    @Override
    public Uni<Void> foldAside(List<LogRecord> records) {
        FoldedBatch batch = new FoldedBatch();
        records.forEach(record -> recordFold.fold(record, batch));
        return batches.write(batch);
    }

    @Override
    public void putBack() {
        aside = null;
    }
}
