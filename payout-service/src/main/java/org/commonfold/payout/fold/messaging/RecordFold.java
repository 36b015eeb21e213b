package org.commonfold.payout.fold.messaging;

import org.commonfold.kit.projection.LogRecord;
import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.LogPlace;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Verdict;

import java.util.Optional;

/** Folds the records of a partition one by one, and nothing else: live or again. */
final class RecordFold {

    private final CommonsLogReader reader = new CommonsLogReader();
    private final Commonses commonses = new Commonses();

    Commonses commonses() {
        return commonses;
    }

    Reading read(LogRecord record) {
        return reader.read(record.eventType(), record.eventId(), record.keyText(), record.value());
    }

    /** What the record leads to goes into the batch; returns the commons that it changed. */
    Optional<CommonsId> fold(LogRecord record, FoldedBatch batch) {
        return fold(record, read(record), batch);
    }

    /** The same of one that was read. */
    Optional<CommonsId> fold(LogRecord record, Reading reading, FoldedBatch batch) {
        if (reading instanceof Reading.Event event) {
            return fold(record, event.event(), batch);
        }
        if (reading instanceof Reading.Unreadable unreadable) {
            batch.reject(record, unreadable.rejection(), unreadable.detail());
        }
        return Optional.empty();
    }

    private Optional<CommonsId> fold(LogRecord record, CommonsEvent event, FoldedBatch batch) {
        Verdict verdict = commonses.fold(event);
        if (verdict instanceof Verdict.Rejected rejected) {
            batch.reject(record, rejected.reason(), "");
            return Optional.empty();
        }
        if (verdict instanceof Verdict.Accepted accepted) {
            book(record, event, accepted, batch);
        }
        return Optional.of(event.commonsId());
    }

    private static void book(
            LogRecord record, CommonsEvent event, Verdict.Accepted accepted, FoldedBatch batch) {
        LogPlace place = new LogPlace(record.partition(), record.offset());
        if (event instanceof CommonsEvent.CommonsFounded) {
            batch.found(event.commonsId(), place);
        }
        for (Movement movement : accepted.movements()) {
            batch.add(
                    record,
                    movement,
                    BookedEntry.of(movement.entry(), record.eventId(), place, record.time()));
        }
    }
}
