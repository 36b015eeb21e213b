package org.commonfold.revenue.delivery.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.DeliveryQueue;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.EventTypePattern;
import org.commonfold.revenue.delivery.domain.Message;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.List;
import java.util.Set;

@ApplicationScoped
class PostgresDeliveryQueue implements DeliveryQueue {

    private static final String WANTED = """
            select distinct pattern
              from endpoint, unnest(event_types) as pattern
             where disabled_at is null""";

    /**
     * One statement for all messages and all endpoints. What the log tells of a contribution or a
     * revenue that is not known here was written by nobody who should have, and reaches nobody. An
     * endpoint that is deleted meanwhile is waited for and left out: its row is locked as the
     * foreign key will lock it.
     */
    private static final String ADD = """
            insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                    created_at, state, schedule_step, attempt_count, next_attempt_at)
            select cast(m.id_begin || substr(cast(gen_random_uuid() as text), 20) as uuid),
                   e.endpoint_id, m.message_id, m.event_type, m.body, :now, 'pending', 0, 0, :now
              from json_to_recordset(cast(cast(:messages as text) as json)) as m(
                       id_begin text, message_id text, event_type text, patterns text[],
                       commons_id uuid, contribution_id uuid, revenue_id uuid, partner_id uuid,
                       happened_second double precision, body text)
              join endpoint e
                on e.disabled_at is null
               and e.event_types && m.patterns
               and e.created_at <= to_timestamp(m.happened_second)
               and (e.commons_ids = '{}' or m.commons_id is null
                       or m.commons_id = any(e.commons_ids))
             where (m.partner_id is null or m.partner_id = e.partner_id)
               and (m.contribution_id is null or exists (
                       select from contribution c
                        where c.commons_id = m.commons_id
                          and c.contribution_id = m.contribution_id))
               and (m.revenue_id is null or exists (
                       select from revenue r
                        where r.revenue_id = m.revenue_id
                          and r.commons_id = m.commons_id
                          and r.partner_id = e.partner_id))
               for key share of e
            on conflict (endpoint_id, message_id) do nothing""";

    private static final String ADD_ONE = """
            insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                    created_at, state, schedule_step, attempt_count, next_attempt_at)
            values (:id, :endpointId, :messageId, :eventType, :body, :now, 'pending', 0, 0, :now)
            """;

    /** What is claimed stays so: its claimer's attempt is recorded, and no other begins yet. */
    private static final String CANCEL = """
            update delivery
               set state = 'cancelled', next_attempt_at = null
             where delivery_id in (
                   select delivery_id from delivery
                    where endpoint_id = :endpointId and state = 'pending'
                    order by next_attempt_at limit :countMax)""";

    private final Mutiny.SessionFactory sessions;

    PostgresDeliveryQueue(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Set<EventType>> wantedTypes() {
        return sessions.withSession(session ->
                        session.createNativeQuery(WANTED, String.class).getResultList())
                .map(texts -> EventTypePattern.matched(
                        texts.stream().map(EventTypePattern::new).toList()));
    }

    @Override
    public Uni<Void> add(List<Message> messages, Instant now) {
        String documents = MessageDocuments.of(messages, now);
        // What the same batch told of contributions has to be there to be found.
        return sessions.withTransaction(session -> session.flush()
                .chain(() -> session.createNativeQuery(ADD)
                        .setParameter("messages", documents)
                        .setParameter("now", now)
                        .executeUpdate())
                .chain(rows -> Senders.wake(session, rows)));
    }

    @Override
    public Uni<Void> add(DeliveryId id, EndpointId endpointId, Message message, Instant now) {
        return sessions.withTransaction(session -> session.createNativeQuery(ADD_ONE)
                .setParameter("id", id.value())
                .setParameter("endpointId", endpointId.value())
                .setParameter("messageId", message.id())
                .setParameter("eventType", message.type().wireName())
                .setParameter("body", message.body())
                .setParameter("now", now)
                .executeUpdate()
                .chain(rows -> Senders.wake(session, rows)));
    }

    @Override
    public Uni<Void> cancelPending(EndpointId endpointId) {
        return sessions.withTransaction(session -> session.createNativeQuery(CANCEL)
                .setParameter("endpointId", endpointId.value())
                .setParameter("countMax", CANCELLED_AT_ONCE_MAX)
                .executeUpdate()
                .replaceWithVoid());
    }
}
