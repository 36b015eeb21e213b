package org.commonfold.payout.fold.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.LogPlace;
import org.commonfold.payout.fold.domain.Movement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** payout.log: what became of each revenue. */
@ApplicationScoped
class PayoutLog {

    private static final String TOPIC = "payout.log";

    private final EventStore events;
    private final Clock clock;

    PayoutLog(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
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
        Instant now = clock.instant();
        if (moved.movement() instanceof Movement.RevenueDistributed distributed) {
            Object data = RevenueDistributedV1.of(distributed, now);
            return append(entry, RevenueDistributedV1.TYPE, data);
        }
        if (moved.movement() instanceof Movement.RevenueReleased released) {
            Object data = RevenueReleasedV1.of(released, now);
            return append(entry, RevenueReleasedV1.TYPE, data);
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> append(BookedEntry booked, String type, Object data) {
        String revenueId = booked.entry().revenueId().value();
        LogPlace place = booked.place();
        NewEvent event = new NewEvent(TOPIC, revenueId, type, revenueId, data);
        return events.append(stream(place.partition()), place.offset() - 1, List.of(event));
    }
}
