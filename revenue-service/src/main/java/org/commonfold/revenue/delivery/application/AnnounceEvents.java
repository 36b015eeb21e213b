package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.Message;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Tells partners of what happened. */
@ApplicationScoped
public class AnnounceEvents {

    private final DeliveryQueue queue;
    private final Clock clock;

    AnnounceEvents(DeliveryQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * In the surrounding transaction. Where nobody listens, no message is written at all.
     *
     * @param happened the types there are something of
     * @param messages writes the messages of the types that somebody wants
     */
    public Uni<Void> announce(
            Set<EventType> happened, Function<Set<EventType>, List<Message>> messages) {
        if (happened.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return queue.wantedTypes().chain(wanted -> {
            Set<EventType> both = EnumSet.copyOf(happened);
            both.retainAll(wanted);
            return both.isEmpty() ? Uni.createFrom().voidItem() : add(messages.apply(both));
        });
    }

    private Uni<Void> add(List<Message> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : queue.add(messages, clock.instant());
    }
}
