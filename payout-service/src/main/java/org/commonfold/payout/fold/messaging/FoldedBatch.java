package org.commonfold.payout.fold.messaging;

import org.commonfold.kit.projection.LogRecord;
import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.LogPlace;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Rejection;

import java.util.ArrayList;
import java.util.List;

/** What a batch of records led to. */
final class FoldedBatch {

    /** A movement of money, where it is booked, and the record that led to it. */
    record Moved(LogRecord record, Movement movement, BookedEntry entry) {}

    /** A record that none of our services should have written. */
    record Refused(LogRecord record, Rejection reason, String detail) {}

    /** A commons that is there from now on. */
    record Founded(CommonsId id, LogPlace place) {}

    private final List<Founded> founded = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    void found(CommonsId id, LogPlace place) {
        founded.add(new Founded(id, place));
    }

    void add(LogRecord record, Movement movement, BookedEntry entry) {
        moved.add(new Moved(record, movement, entry));
    }

    void reject(LogRecord record, Rejection reason, String detail) {
        refused.add(new Refused(record, reason, detail));
    }

    List<Founded> founded() {
        return founded;
    }

    List<Moved> moved() {
        return moved;
    }

    List<Refused> refused() {
        return refused;
    }
}
