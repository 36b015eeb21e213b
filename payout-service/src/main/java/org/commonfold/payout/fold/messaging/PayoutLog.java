package org.commonfold.payout.fold.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.LogPlace;
import org.commonfold.payout.fold.domain.Movement;

import java.util.UUID;

/**
 * payout.log: what became of each revenue. Ids and times are a function of commons.log: a ledger
 * that is folded anew says what was said before, and its readers take it for what it is.
 */
@ApplicationScoped
class PayoutLog {

    private static final String TOPIC = "payout.log";

    private final EventStore events;

    PayoutLog(EventStore events) {
        this.events = events;
    }

    /**
     * One stream for each partition of commons.log, versioned by offset: a record leads to at most
     * one event, and that event can be stored only once.
     */
    static String stream(LogRecord record) {
        return stream(record.partition());
    }

    private static String stream(int partition) {
        return "commons.log/" + partition;
    }

    Uni<Void> record(FoldedBatch.Moved moved) {
        BookedEntry entry = moved.entry();
        if (moved.movement() instanceof Movement.RevenueDistributed distributed) {
            Object data = RevenueDistributedV1.of(distributed, entry.bookedAt());
            return append(entry, RevenueDistributedV1.TYPE, data);
        }
        if (moved.movement() instanceof Movement.RevenueReleased released) {
            Object data = RevenueReleasedV1.of(released, entry.bookedAt());
            return append(entry, RevenueReleasedV1.TYPE, data);
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> append(BookedEntry booked, String type, Object data) {
        String revenueId = booked.entry().revenueId().value();
        LogPlace place = booked.place();
        NewEvent event = new NewEvent(TOPIC, revenueId, type, revenueId, data);
        String stream = stream(place.partition());
        UUID eventId = DerivedId.of(stream + "/" + place.offset(), booked.bookedAt());
        return events.appendNamed(stream, place.offset() - 1, eventId, event);
    }
}
