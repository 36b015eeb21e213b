package org.commonfold.revenue.delivery.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.Deliveries;
import org.commonfold.revenue.delivery.domain.Attempt;
import org.commonfold.revenue.delivery.domain.Delivery;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.DeliveryState;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.domain.PartnerId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresDeliveries implements Deliveries {

    /** Behind every id there is. */
    private static final UUID LAST = new UUID(-1, -1);

    private static final String OF_PARTNER = """
            from DeliveryRow where deliveryId = :id and endpointId in (
                select endpointId from EndpointRow where partnerId = :partnerId)""";

    private static final String LIST = """
            from DeliveryRow where endpointId = :endpointId and deliveryId < :before
            order by deliveryId desc""";

    /** The state in the text itself, so that the index of those few can be chosen. */
    private static final String LIST_OF_STATE = """
            from DeliveryRow
            where endpointId = :endpointId and deliveryId < :before and state = '%s'
            order by deliveryId desc""";

    private static final String ATTEMPTS = "from AttemptRow where deliveryId = :id order by number";

    /** One that is claimed stays so: its claimer finds that it is due since another time. */
    private static final String BEGIN_AGAIN = """
            update delivery set state = 'pending', schedule_step = 0, next_attempt_at = :now
             where delivery_id = :id""";

    /**
     * What is tried no more, by the index delivery_to_recover_since, and what failed and waits for
     * its next attempt, by delivery_due: more than a minute, so that what a recovery has begun and
     * that fails again is not begun by the next call once more.
     */
    private static final String TO_BEGIN_AGAIN = """
            (select delivery_id, ended_at as failed_at from delivery
              where endpoint_id = :endpointId and ended_at >= :since and succeeded_at is null
                and attempt_count < %1$d
              order by ended_at limit :countMax)
            union all
            (select delivery_id, attempted_at as failed_at
               from delivery join attempt using (delivery_id)
              where endpoint_id = :endpointId and state = 'pending' and succeeded_at is null
                and next_attempt_at > cast(:now as timestamptz) + interval '1 minute'
                and attempt_count < %1$d and number = attempt_count and attempted_at >= :since
              order by next_attempt_at limit :countMax)""".formatted(Delivery.ATTEMPTS_MAX);

    /** Those that it changes nobody else does: the endpoint is locked. */
    private static final String BEGIN_MANY_AGAIN = """
            update delivery set state = 'pending', schedule_step = 0, next_attempt_at = :now
             where delivery_id in (
                    select delivery_id from (""" + TO_BEGIN_AGAIN + """
            ) one order by failed_at, delivery_id limit :countMax)""";

    private static final String ANY_TO_BEGIN_AGAIN = "select exists (%s)".formatted(TO_BEGIN_AGAIN);

    private final Mutiny.SessionFactory sessions;

    PostgresDeliveries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Delivery>> find(DeliveryId id) {
        return sessions.withSession(session -> session.find(DeliveryRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(PostgresDeliveries::delivery));
    }

    @Override
    public Uni<Optional<Delivery>> find(DeliveryId id, PartnerId partnerId) {
        return sessions.withSession(session -> session.createQuery(OF_PARTNER, DeliveryRow.class)
                        .setParameter("id", id.value())
                        .setParameter("partnerId", partnerId.value())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(PostgresDeliveries::delivery));
    }

    @Override
    public Uni<List<Delivery>> list(
            EndpointId endpointId,
            Optional<DeliveryState> state,
            Optional<UUID> before,
            int countMax) {
        String list = state.map(one -> LIST_OF_STATE.formatted(one.wireName())).orElse(LIST);
        return sessions.withSession(session -> session.createQuery(list, DeliveryRow.class)
                        .setParameter("endpointId", endpointId.value())
                        .setParameter("before", before.orElse(LAST))
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresDeliveries::delivery).toList());
    }

    @Override
    public Uni<List<Attempt>> attempts(DeliveryId id) {
        return sessions.withSession(session -> session.createQuery(ATTEMPTS, AttemptRow.class)
                        .setParameter("id", id.value())
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresDeliveries::attempt).toList());
    }

    @Override
    public Uni<Void> beginAgain(DeliveryId id, Instant now) {
        return sessions.withTransaction(session -> session.createNativeQuery(BEGIN_AGAIN)
                .setParameter("id", id.value())
                .setParameter("now", now)
                .executeUpdate()
                .chain(rows -> Senders.wake(session, rows)));
    }

    @Override
    public Uni<Integer> beginAgain(
            EndpointId endpointId, Instant since, int countMax, Instant now) {
        return sessions.withTransaction(session -> session.createNativeQuery(BEGIN_MANY_AGAIN)
                .setParameter("endpointId", endpointId.value())
                .setParameter("since", since)
                .setParameter("countMax", countMax)
                .setParameter("now", now)
                .executeUpdate()
                .call(rows -> Senders.wake(session, rows)));
    }

    @Override
    public Uni<Boolean> anyToBeginAgain(EndpointId endpointId, Instant since, Instant now) {
        return sessions.withSession(
                session -> session.createNativeQuery(ANY_TO_BEGIN_AGAIN, Boolean.class)
                        .setParameter("endpointId", endpointId.value())
                        .setParameter("since", since)
                        .setParameter("countMax", 1)
                        .setParameter("now", now)
                        .getSingleResult());
    }

    private static Delivery delivery(DeliveryRow row) {
        return new Delivery(
                new DeliveryId(row.deliveryId),
                new EndpointId(row.endpointId),
                row.messageId,
                row.eventType,
                row.body,
                row.createdAt,
                DeliveryState.named(row.state),
                row.attemptCount,
                row.nextAttemptAt,
                row.succeededAt);
    }

    private static Attempt attempt(AttemptRow row) {
        return new Attempt(
                row.number,
                row.attemptedAt,
                row.latencyMillis,
                row.status,
                row.failure,
                row.answer);
    }
}
