package org.commonfold.revenue.messaging;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.revenue.application.CommonsLog;
import org.commonfold.revenue.domain.RevenueEvent;

import java.util.List;

/** Writes our events to the outbox: each domain event as the wire record of its version. */
@ApplicationScoped
class OutboxCommonsLog implements CommonsLog {

    private static final String TOPIC = "commons.log";

    private final EventStore events;

    OutboxCommonsLog(EventStore events) {
        this.events = events;
    }

    @Override
    public Uni<Void> record(RevenueEvent event, long eventCount) {
        String stream = "revenue/" + event.revenueId();
        return events.append(stream, eventCount, List.of(newEvent(event)));
    }

    static NewEvent newEvent(RevenueEvent event) {
        if (event instanceof RevenueEvent.Declared declared) {
            return about(event, RevenueDeclaredV1.TYPE, RevenueDeclaredV1.of(declared.revenue()));
        }
        if (event instanceof RevenueEvent.Received received) {
            return about(event, RevenueReceivedV1.TYPE, RevenueReceivedV1.of(received));
        }
        if (event instanceof RevenueEvent.Voided voided) {
            return about(event, RevenueVoidedV1.TYPE, RevenueVoidedV1.of(voided));
        }
        throw new IllegalArgumentException("No wire record for " + event);
    }

    private static NewEvent about(RevenueEvent event, String type, Object data) {
        String key = event.commonsId().toString();
        return new NewEvent(TOPIC, key, type, event.revenueId().toString(), data);
    }
}
