package org.commonfold.payout.transparency.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;

import java.util.Optional;
import java.util.Set;

/**
 * One commons folded again from the log, with the working of its ratings. Belongs to one thread at
 * a time.
 */
final class Refold {

    static final int SIZE_MIN = 100;

    private final CommonsId commonsId;
    private final CommonsEvents events;
    private final Commonses commonses = Commonses.keepingWorking();
    private long next;

    Refold(CommonsId commonsId) {
        this.commonsId = commonsId;
        this.events = new CommonsEvents(commonsId);
    }

    CommonsId commonsId() {
        return commonsId;
    }

    /** The offset of the record to be folded next. */
    long next() {
        return next;
    }

    void fold(ConsumerRecord<byte[], byte[]> record, Set<Long> declarations) {
        events.next(record, declarations).ifPresent(commonses::fold);
        next = record.offset() + 1;
    }

    /** All records before an offset have been folded: what is missing before it is no record. */
    void standsAt(long offset) {
        next = Math.max(next, offset);
    }

    /** What a record says that is not folded yet. */
    CommonsEvents events() {
        return events;
    }

    /** Empty before its founding. */
    Optional<CommonsFold> commons() {
        return commonses.find(commonsId);
    }

    /** How much memory it takes, roughly, in events; of a commons that never was, a little too. */
    long size() {
        return SIZE_MIN + events.count();
    }
}
