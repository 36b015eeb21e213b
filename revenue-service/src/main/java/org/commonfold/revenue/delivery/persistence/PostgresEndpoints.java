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

    private static final String FAILING = """
            select endpointId from EndpointRow
             where failingSince <= :then and disabledAt is null order by failingSince""";

    /** What somebody else is changing is passed over until the next time. */
    private static final String FORGET = """
            update endpoint set failing_since = null
             where endpoint_id in (
                    select endpoint_id from endpoint e
                     where failing_since is not null and disabled_at is null
                       and not exists (select from delivery d
                                        where d.endpoint_id = e.endpoint_id and d.state = 'pending')
                       for no key update skip locked)""";

    private static final String OF_PARTNER =
            "from EndpointRow where partnerId = :partnerId order by endpointId";

    /** By the database itself and not row by row: keys, deliveries and attempts go with it. */
    private static final String REMOVE = "delete from EndpointRow where endpointId = :id";

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
    public Uni<List<EndpointId>> failingSince(Instant then, int countMax) {
        return sessions.withSession(session -> session.createQuery(FAILING, UUID.class)
                        .setParameter("then", then)
                        .setMaxResults(countMax)
                        .getResultList())
                .map(ids -> ids.stream().map(EndpointId::new).toList());
    }

    @Override
    public Uni<Integer> forgetFailures() {
        return sessions.withTransaction(
                session -> session.createNativeQuery(FORGET).executeUpdate());
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
    public Uni<Void> remove(EndpointId id) {
        return sessions.withTransaction(session -> session.createMutationQuery(REMOVE)
                .setParameter("id", id.value())
                .executeUpdate()
                .replaceWithVoid());
    }
}
