package org.commonfold.payout.transparency.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.transparency.domain.CharterPreview;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One commons folded again from the log, with the working of its ratings. Belongs to one thread at
 * a time.
 */
final class Refold {

    static final int SIZE_MIN = 100;

    private final CommonsId commonsId;
    private final Charter under;
    private final CommonsEvents events;
    private final Commonses commonses = Commonses.keepingWorking();
    private final CharterPreview preview;
    private long next;

    /**
     * @param under the charter to preview it under, or null for what really was
     */
    Refold(CommonsId commonsId, Charter under) {
        this.commonsId = commonsId;
        this.under = under;
        this.preview = under == null ? null : new CharterPreview(commonsId, under);
        this.events = new CommonsEvents(commonsId);
    }

    CommonsId commonsId() {
        return commonsId;
    }

    boolean isOf(CommonsId one, Charter charter) {
        return commonsId.equals(one) && Objects.equals(under, charter);
    }

    /** The offset of the record to be folded next. */
    long next() {
        return next;
    }

    void fold(ConsumerRecord<byte[], byte[]> record, Set<Long> declarations) {
        events.next(record, declarations).ifPresent(this::fold);
        next = record.offset() + 1;
    }

    private void fold(CommonsEvent event) {
        if (preview == null) {
            commonses.fold(event);
        } else {
            preview.fold(event);
        }
    }

    /** All records before an offset have been folded: what is missing before it is no record. */
    void standsAt(long offset) {
        next = Math.max(next, offset);
    }

    /** What a record says that is not folded yet. */
    CommonsEvents events() {
        return events;
    }

    /** As it really was; empty before its founding. */
    Optional<CommonsFold> commons() {
        return commonses.find(commonsId);
    }

    /** As it would have been; empty before its founding. */
    Optional<CharterPreview> preview() {
        return Optional.ofNullable(preview).filter(CharterPreview::isFounded);
    }

    /** How much memory it takes, roughly, in events; of a commons that never was, a little too. */
    long size() {
        return SIZE_MIN + events.count() + (preview == null ? 0 : preview.size());
    }
}
