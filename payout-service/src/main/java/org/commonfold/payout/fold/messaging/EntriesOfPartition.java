package org.commonfold.payout.fold.messaging;

import org.commonfold.kit.projection.LogRecord;
import org.commonfold.payout.fold.application.BookedEntry;

import java.util.List;

/** The fold of one partition, by the code that writes the ledger; it writes nothing. */
public final class EntriesOfPartition {

    private final RecordFold fold = new RecordFold();

    /** What a record leads to, each event once and in order. */
    public List<BookedEntry> fold(LogRecord record) {
        FoldedBatch batch = new FoldedBatch();
        fold.fold(record, batch);
        return batch.moved().stream().map(FoldedBatch.Moved::entry).toList();
    }
}
