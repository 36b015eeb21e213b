package org.commonfold.revenue.delivery.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.commonfold.revenue.delivery.application.Endpoints;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.domain.PartnerId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresEndpoints implements Endpoints {

    private static final String BY_ID = "from EndpointRow where endpointId = :id";

    private static final String BY_IDS =
            "from EndpointRow where endpointId in :ids order by endpointId";

    private static final String FAILING_IN_VAIN = """
            select endpointId from EndpointRow one
             where failingSince <= :then and disabledAt is null
               and exists (select 1 from DeliveryRow
                            where endpointId = one.endpointId
                              and state = 'pending' and attemptCount > 0)
             order by failingSince""";

    private static final String OF_PARTNER =
            "from EndpointRow where partnerId = :partnerId order by endpointId";

    /** From now on it is nobody's, and nothing is added to it. */
    private static final String REMOVE = """
            update endpoint
               set removed_at = :now, disabled_at = coalesce(disabled_at, :now),
                   disabled_reason = coalesce(disabled_reason, 'removed')
             where endpoint_id = :id""";

    /** Attempts go with them. What is being recorded is left: its endpoint is not locked there. */
    private static final String DELETE_DELIVERIES = """
            delete from delivery where delivery_id in (
                select delivery_id from delivery where endpoint_id = :id limit :countMax
                   for update skip locked)""";

    /** Keys go with it. */
    private static final String DELETE_WITHOUT_DELIVERIES = """
            delete from endpoint
             where endpoint_id = :id and removed_at is not null
               and not exists (select from delivery where endpoint_id = :id)""";

    private static final String REMOVED = """
            select endpoint_id from endpoint where removed_at is not null
             limit 1 for update skip locked""";

    private static final String DISABLED_WITH_PENDING = """
            select endpoint_id from endpoint one
             where disabled_at is not null and removed_at is null
               and exists (select from delivery
                            where endpoint_id = one.endpoint_id and state = 'pending')
             limit 1 for update skip locked""";

    private final Mutiny.SessionFactory sessions;

    PostgresEndpoints(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Endpoint>> find(EndpointId id) {
        return sessions.withSession(session -> session.find(EndpointRow.class, id.value()))
                .map(PostgresEndpoints::endpoint);
    }

    @Override
    public Uni<Optional<Endpoint>> findForChange(EndpointId id) {
        // As a query: finding one that the session has already writes a wrong statement.
        return sessions.withTransaction(session -> session.createQuery(BY_ID, EndpointRow.class)
                        .setParameter("id", id.value())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .map(PostgresEndpoints::endpoint);
    }

    @Override
    public Uni<List<Endpoint>> findForChange(Collection<EndpointId> ids) {
        return sessions.withTransaction(session -> session.createQuery(BY_IDS, EndpointRow.class)
                        .setParameter("ids", ids.stream().map(EndpointId::value).toList())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .map(rows -> rows.stream().map(EndpointRows::endpoint).toList());
    }

    @Override
    public Uni<List<EndpointId>> failingInVain(Instant then, int countMax) {
        return sessions.withSession(session -> session.createQuery(FAILING_IN_VAIN, UUID.class)
                        .setParameter("then", then)
                        .setMaxResults(countMax)
                        .getResultList())
                .map(ids -> ids.stream().map(EndpointId::new).toList());
    }

    private static Optional<Endpoint> endpoint(EndpointRow row) {
        return Optional.ofNullable(row).map(EndpointRows::endpoint);
    }

    @Override
    public Uni<List<Endpoint>> of(PartnerId partnerId) {
        return sessions.withSession(session -> session.createQuery(OF_PARTNER, EndpointRow.class)
                        .setParameter("partnerId", partnerId.value())
                        .setMaxResults(Endpoint.COUNT_MAX)
                        .getResultList())
                .map(rows -> rows.stream().map(EndpointRows::endpoint).toList());
    }

    @Override
    public Uni<Void> add(Endpoint endpoint) {
        EndpointRow row = new EndpointRow();
        EndpointRows.fill(row, endpoint);
        return sessions.withTransaction(session -> session.persist(row).chain(session::flush));
    }

    @Override
    public Uni<Void> update(Endpoint endpoint) {
        return sessions.withTransaction(
                session -> session.find(EndpointRow.class, endpoint.id().value())
                        .invoke(row -> EndpointRows.fill(row, endpoint))
                        .chain(session::flush));
    }

    @Override
    public Uni<Void> remove(EndpointId id, Instant now) {
        return sessions.withTransaction(session -> session.createNativeQuery(REMOVE)
                .setParameter("id", id.value())
                .setParameter("now", now)
                .executeUpdate()
                .chain(() -> clear(id)));
    }

    @Override
    public Uni<Void> clear(EndpointId id) {
        return sessions.withTransaction(session -> session.createNativeQuery(DELETE_DELIVERIES)
                .setParameter("id", id.value())
                .setParameter("countMax", DELETED_AT_ONCE_MAX)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(DELETE_WITHOUT_DELIVERIES)
                        .setParameter("id", id.value())
                        .executeUpdate())
                .replaceWithVoid());
    }

    @Override
    public Uni<Optional<EndpointId>> anyRemoved() {
        return any(REMOVED);
    }

    @Override
    public Uni<Optional<EndpointId>> anyDisabledWithPending() {
        return any(DISABLED_WITH_PENDING);
    }

    private Uni<Optional<EndpointId>> any(String sql) {
        return sessions.withTransaction(session ->
                        session.createNativeQuery(sql, UUID.class).getSingleResultOrNull())
                .map(id -> Optional.ofNullable(id).map(EndpointId::new));
    }
}
