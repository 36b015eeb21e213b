package org.commonfold.payout.fold.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.payout.fold.domain.Movement;

import java.time.Instant;
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
        return "commons.log/" + record.partition();
    }

    Uni<Void> record(FoldedBatch.Moved moved) {
        Instant at = moved.entry().bookedAt();
        if (moved.movement() instanceof Movement.RevenueDistributed distributed) {
            Object data = RevenueDistributedV1.of(distributed, at);
            return append(moved, RevenueDistributedV1.TYPE, data);
        }
        if (moved.movement() instanceof Movement.RevenueReleased released) {
            Object data = RevenueReleasedV1.of(released, at);
            return append(moved, RevenueReleasedV1.TYPE, data);
        }
        return Uni.createFrom().voidItem();
    }

    /** What follows from a record belongs to its trace. */
    private Uni<Void> append(FoldedBatch.Moved moved, String type, Object data) {
        String revenueId = moved.entry().entry().revenueId().value();
        LogRecord record = moved.record();
        NewEvent event = new NewEvent(TOPIC, revenueId, type, revenueId, data);
        String stream = stream(record);
        UUID eventId =
                DerivedId.of(stream + "/" + record.offset(), moved.entry().bookedAt());
        return record.traceContext()
                .wrapSupplier(() -> events.appendNamed(stream, record.offset() - 1, eventId, event))
                .get();
    }
}
