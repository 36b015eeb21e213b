package org.commonfold.revenue.delivery.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.kit.sealing.Sealer;
import org.commonfold.revenue.delivery.application.EndpointKeys;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.SigningKey;
import org.hibernate.reactive.mutiny.Mutiny;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresEndpointKeys implements EndpointKeys {

    private static final String DELETE =
            "delete from EndpointKeyRow where endpointId = :endpointId and expiresAt <= :now";

    private static final String RETIRE = """
            update EndpointKeyRow set expiresAt = :until
            where endpointId = :endpointId and expiresAt is null""";

    private static final String REVOKE =
            "delete from EndpointKeyRow where endpointId = :endpointId";

    private static final String REVOKE_V1A = REVOKE + " and scheme = 'v1a'";

    private static final String COUNT = """
            select count(*) from EndpointKeyRow where endpointId = :endpointId
               and scheme = 'v1' and (expiresAt is null or expiresAt > :now)""";

    private static final String PUBLIC = """
            from EndpointKeyRow where endpointId = :endpointId and publicKey is not null
            order by createdAt desc, keyId desc""";

    private final Mutiny.SessionFactory sessions;
    private final Sealer sealer;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    PostgresEndpointKeys(Mutiny.SessionFactory sessions, Sealer sealer, Ids ids) {
        this.sessions = sessions;
        this.sealer = sealer;
        this.ids = ids;
    }

    @Override
    public Uni<UUID> addNew(Endpoint endpoint, Instant now) {
        EndpointKeyRow v1 = row(endpoint.id(), SigningKey.newV1(random), now);
        Object[] rows = endpoint.settings().signsV1a()
                ? new Object[] {v1, row(endpoint.id(), SigningKey.newV1a(random), now)}
                : new Object[] {v1};
        return sessions.withTransaction(session -> session.persistAll(rows).chain(session::flush))
                .replaceWith(v1.keyId);
    }

    private EndpointKeyRow row(EndpointId endpointId, SigningKey key, Instant now) {
        EndpointKeyRow row = new EndpointKeyRow();
        row.keyId = ids.next();
        row.endpointId = endpointId.value();
        row.scheme = key.scheme();
        row.sealed = sealer.seal(row.purpose(), key.serialised().getBytes(StandardCharsets.UTF_8));
        row.publicKey = key.publicKey().orElse(null);
        row.createdAt = now;
        return row;
    }

    @Override
    public Uni<Void> addV1a(EndpointId endpointId, Instant now) {
        EndpointKeyRow row = row(endpointId, SigningKey.newV1a(random), now);
        return sessions.withTransaction(session -> session.persist(row).chain(session::flush));
    }

    @Override
    public Uni<Void> removeV1a(EndpointId endpointId) {
        return delete(REVOKE_V1A, endpointId);
    }

    @Override
    public Uni<Void> revoke(EndpointId endpointId) {
        return delete(REVOKE, endpointId);
    }

    private Uni<Void> delete(String statement, EndpointId endpointId) {
        return sessions.withTransaction(session -> session.createMutationQuery(statement)
                .setParameter("endpointId", endpointId.value())
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<Void> retire(EndpointId endpointId, Instant until, Instant now) {
        return sessions.withTransaction(session -> session.createMutationQuery(DELETE)
                .setParameter("endpointId", endpointId.value())
                .setParameter("now", now)
                .executeUpdate()
                .chain(() -> session.createMutationQuery(RETIRE)
                        .setParameter("endpointId", endpointId.value())
                        .setParameter("until", until)
                        .executeUpdate())
                .replaceWithVoid());
    }

    @Override
    public Uni<Long> count(EndpointId endpointId, Instant now) {
        return sessions.withSession(session -> session.createQuery(COUNT, Long.class)
                .setParameter("endpointId", endpointId.value())
                .setParameter("now", now)
                .getSingleResult());
    }

    @Override
    public Uni<Optional<String>> secret(UUID keyId, Instant now) {
        return sessions.withSession(session -> session.find(EndpointKeyRow.class, keyId))
                .map(found -> Optional.ofNullable(found)
                        .filter(row -> row.isValid(now))
                        .map(row -> sealer.open(row.purpose(), row.sealed))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8)));
    }

    @Override
    public Uni<List<String>> publicKeys(EndpointId endpointId, Instant now) {
        return sessions.withSession(session -> session.createQuery(PUBLIC, EndpointKeyRow.class)
                        .setParameter("endpointId", endpointId.value())
                        .getResultList())
                .map(rows -> rows.stream()
                        .filter(row -> row.isValid(now))
                        .map(row -> row.publicKey)
                        .toList());
    }
}
