package org.commonfold.payout.payment.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.payout.payment.application.BookedMovement;
import org.commonfold.payout.payment.application.PayoutEvents;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.payment.domain.PayoutRun;

import java.util.List;

/** Writes our events to the outbox: each movement as the wire record of its version. */
@ApplicationScoped
class OutboxPayoutEvents implements PayoutEvents {

    private static final String TOPIC = "payout.log";

    private final EventStore events;

    OutboxPayoutEvents(EventStore events) {
        this.events = events;
    }

    @Override
    public Uni<Void> record(PayoutRun run, List<BookedMovement> movements) {
        String stream = "payout-run/" + run.id();
        List<NewEvent> recorded =
                movements.stream().map(one -> newEvent(run, one)).toList();
        return events.append(stream, run.eventCount(), recorded);
    }

    static NewEvent newEvent(PayoutRun run, BookedMovement booked) {
        PayoutMovement movement = booked.movement();
        if (movement instanceof PayoutMovement.Reserved) {
            return about(movement, PayoutReservedV1.TYPE, PayoutReservedV1.of(run, booked));
        }
        if (movement instanceof PayoutMovement.Paid) {
            return about(movement, PayoutPaidV1.TYPE, PayoutPaidV1.of(booked));
        }
        if (movement instanceof PayoutMovement.Returned returned) {
            return about(movement, PayoutReturnedV1.TYPE, PayoutReturnedV1.of(returned, booked));
        }
        throw new IllegalArgumentException("No wire record for " + movement);
    }

    private static NewEvent about(PayoutMovement movement, String type, Object data) {
        String key = movement.contributorId().value();
        return new NewEvent(TOPIC, key, type, movement.payoutId().toString(), data);
    }
}
