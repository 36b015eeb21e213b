package org.commonfold.revenue.persistence;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;

import org.commonfold.kit.paging.Keyset;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.UUID;

/**
 * Seals at the start what is not sealed with today's key: secrets from before they were sealed, and
 * all of them after a change of the key. Then nothing needs the former key any more. Several
 * instances may do so at once: each row is locked, and sealed by the first.
 */
@ApplicationScoped
class SealingOfOldSecrets {

    private static final int ROWS_MAX = 500;
    private static final String NEXT =
            "from SigningSecretRow where secretId > :after order by secretId";

    private final Mutiny.SessionFactory sessions;
    private final SealedSecrets sealed;

    SealingOfOldSecrets(Mutiny.SessionFactory sessions, SealedSecrets sealed) {
        this.sessions = sessions;
        this.sealed = sealed;
    }

    void start(@Observes StartupEvent starting) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::sealAll);
    }

    /** A batch a transaction. */
    Uni<Void> sealAll() {
        return sealAfter(Keyset.FIRST);
    }

    private Uni<Void> sealAfter(UUID after) {
        return sessions.withTransaction(session -> session.createQuery(NEXT, SigningSecretRow.class)
                        .setParameter("after", after)
                        .setMaxResults(ROWS_MAX)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList()
                        .invoke(rows -> rows.forEach(sealed::sealAnew)))
                .chain(this::sealRest);
    }

    private Uni<Void> sealRest(List<SigningSecretRow> done) {
        return done.size() < ROWS_MAX
                ? Uni.createFrom().voidItem()
                : sealAfter(done.get(done.size() - 1).secretId);
    }
}
