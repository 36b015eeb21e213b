package org.commonfold.payout.payment.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.payout.payment.application.PayoutEvents;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.payment.domain.PayoutRun;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Writes our events to the outbox: each movement as the wire record of its version. */
@ApplicationScoped
class OutboxPayoutEvents implements PayoutEvents {

    private static final String TOPIC = "payout.log";

    private final EventStore events;
    private final Clock clock;

    OutboxPayoutEvents(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Uni<Void> record(PayoutRun run, List<PayoutMovement> movements) {
        Instant now = clock.instant();
        String stream = "payout-run/" + run.id();
        List<NewEvent> recorded =
                movements.stream().map(one -> newEvent(one, now)).toList();
        return events.append(stream, run.eventCount(), recorded);
    }

    static NewEvent newEvent(PayoutMovement movement, Instant now) {
        if (movement instanceof PayoutMovement.Reserved reserved) {
            return about(movement, PayoutReservedV1.TYPE, PayoutReservedV1.of(reserved, now));
        }
        if (movement instanceof PayoutMovement.Paid paid) {
            return about(movement, PayoutPaidV1.TYPE, PayoutPaidV1.of(paid, now));
        }
        if (movement instanceof PayoutMovement.Returned returned) {
            return about(movement, PayoutReturnedV1.TYPE, PayoutReturnedV1.of(returned, now));
        }
        throw new IllegalArgumentException("No wire record for " + movement);
    }

    private static NewEvent about(PayoutMovement movement, String type, Object data) {
        String key = movement.contributorId().value();
        return new NewEvent(TOPIC, key, type, movement.payoutId().toString(), data);
    }
}
