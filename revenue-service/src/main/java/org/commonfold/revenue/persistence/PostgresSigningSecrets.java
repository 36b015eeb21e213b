package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.application.SigningSecrets;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.SigningSecret;
import org.commonfold.revenue.domain.SigningSecretId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;

@ApplicationScoped
class PostgresSigningSecrets implements SigningSecrets {

    private static final String OF_PARTNER = "from SigningSecretRow where partnerId = :partnerId";

    private static final String REMOVE =
            "delete from SigningSecretRow where partnerId = :partnerId and secretId = :secretId";

    private final Mutiny.SessionFactory sessions;

    PostgresSigningSecrets(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<List<SigningSecret>> of(PartnerId partnerId) {
        return sessions.withSession(
                        session -> session.createQuery(OF_PARTNER, SigningSecretRow.class)
                                .setParameter("partnerId", partnerId.value())
                                .setMaxResults(SigningSecret.COUNT_MAX)
                                .getResultList())
                .map(rows -> rows.stream().map(PostgresSigningSecrets::secret).toList());
    }

    @Override
    public Uni<Void> add(SigningSecret secret) {
        SigningSecretRow row = new SigningSecretRow();
        row.secretId = secret.id().value();
        row.partnerId = secret.partnerId().value();
        row.key = secret.key();
        row.createdAt = secret.createdAt();
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

    private static SigningSecret secret(SigningSecretRow row) {
        return new SigningSecret(
                new SigningSecretId(row.secretId),
                new PartnerId(row.partnerId),
                row.key,
                row.createdAt);
    }
}
