package org.commonfold.revenue.delivery.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.Message;
import org.commonfold.revenue.delivery.domain.Subject;
import org.commonfold.revenue.domain.PartnerId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@DisplayName("Announcing events")
class AnnounceEventsTest {

    private final List<Message> queued = new ArrayList<>();
    private Set<EventType> wanted = Set.of();
    private int questions;
    private final AnnounceEvents announceEvents =
            new AnnounceEvents(new InMemoryQueue(), Clock.systemUTC());

    @Test
    void writes_no_message_where_nobody_listens() {
        announce(Set.of(EventType.REVENUE_VOIDED));

        assertThat(questions).isEqualTo(1);
        assertThat(queued).isEmpty();
    }

    @Test
    void does_not_even_ask_when_nothing_happened() {
        wanted = Set.of(EventType.REVENUE_VOIDED);

        announce(Set.of());

        assertThat(questions).isZero();
    }

    @Test
    void writes_only_what_somebody_wants() {
        wanted = Set.of(EventType.REVENUE_VOIDED, EventType.CONTRIBUTION_REVISED);

        announce(Set.of(EventType.REVENUE_VOIDED, EventType.REVENUE_RECEIVED));

        assertThat(queued).extracting(Message::type).containsExactly(EventType.REVENUE_VOIDED);
    }

    private void announce(Set<EventType> happened) {
        announceEvents
                .announce(
                        happened,
                        types -> types.stream().map(AnnounceEventsTest::message).toList())
                .await()
                .indefinitely();
    }

    private static Message message(EventType type) {
        Subject subject = new Subject.OfPartner(new PartnerId(new UUID(1, 1)));
        return new Message("m1", type, subject, Instant.EPOCH, "{}");
    }

    private final class InMemoryQueue implements DeliveryQueue {
        @Override
        public Uni<Set<EventType>> wantedTypes() {
            questions++;
            return Uni.createFrom().item(wanted);
        }

        @Override
        public Uni<Void> add(List<Message> messages, Instant now) {
            queued.addAll(messages);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> add(DeliveryId id, EndpointId endpointId, Message one, Instant now) {
            throw new AssertionError("Nobody asked for a test");
        }

        @Override
        public Uni<Void> cancelPending(EndpointId endpointId) {
            throw new AssertionError("Nobody was disabled");
        }
    }
}
