package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.application.SigningSecrets;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.SigningSecret;
import org.commonfold.revenue.domain.SigningSecretId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresSigningSecrets implements SigningSecrets {

    private static final String OF_PARTNER =
            "from SigningSecretRow where partnerId = :partnerId order by secretId";

    private static final String REMOVE =
            "delete from SigningSecretRow where partnerId = :partnerId and secretId = :secretId";

    private final Mutiny.SessionFactory sessions;
    private final SealedSecrets sealed;

    PostgresSigningSecrets(Mutiny.SessionFactory sessions, SealedSecrets sealed) {
        this.sessions = sessions;
        this.sealed = sealed;
    }

    @Override
    public Uni<List<SigningSecret>> of(PartnerId partnerId) {
        return sessions.withSession(
                        session -> session.createQuery(OF_PARTNER, SigningSecretRow.class)
                                .setParameter("partnerId", partnerId.value())
                                .setMaxResults(SigningSecret.COUNT_MAX)
                                .getResultList())
                .map(rows -> rows.stream().map(sealed::secret).toList());
    }

    @Override
    public Uni<Optional<SigningSecret>> find(PartnerId partnerId, SigningSecretId id) {
        return of(partnerId)
                .map(present -> present.stream()
                        .filter(secret -> secret.id().equals(id))
                        .findFirst());
    }

    @Override
    public Uni<Void> add(SigningSecret secret) {
        SigningSecretRow row = sealed.row(secret);
        return sessions.withTransaction(session -> session.persist(row));
    }

    @Override
    public Uni<Boolean> remove(PartnerId partnerId, SigningSecretId id) {
        return sessions.withTransaction(session -> session.createMutationQuery(REMOVE)
                        .setParameter("partnerId", partnerId.value())
                        .setParameter("secretId", id.value())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }
}
