package org.commonfold.payout.fold.messaging;

import org.commonfold.kit.projection.LogRecord;
import org.commonfold.payout.fold.application.BookedEntry;

import java.util.List;

/** The fold of one partition, by the code that writes the ledger; it writes nothing. */
public final class EntriesOfPartition {

    private final CommonsLogFold fold = new CommonsLogFold(null);

    /** What a record leads to, each event once and in order. */
    public List<BookedEntry> fold(LogRecord record) {
        return fold.folded(List.of(record)).moved().stream()
                .map(FoldedBatch.Moved::entry)
                .toList();
    }
}
