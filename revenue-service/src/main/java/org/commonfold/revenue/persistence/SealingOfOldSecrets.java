package org.commonfold.revenue.persistence;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.commonfold.kit.paging.Keyset;
import org.commonfold.kit.rehearsal.Rehearsal;
import org.commonfold.kit.sealing.Sealer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Seals at the start what is not sealed with today's key: secrets from before they were sealed, and
 * everything after a change of the key. Then nothing needs the former key any more. Several
 * instances may do so at once: each row is locked, and sealed by the first.
 */
@ApplicationScoped
class SealingOfOldSecrets {

    private static final Logger LOG = Logger.getLogger(SealingOfOldSecrets.class);
    private static final int ROWS_MAX = 500;
    private static final List<Table> TABLES =
            List.of(new Table("signing_secret", "secret_id"), new Table("endpoint_key", "key_id"));

    private final Mutiny.SessionFactory sessions;
    private final Sealer sealer;

    SealingOfOldSecrets(Mutiny.SessionFactory sessions, Sealer sealer) {
        this.sessions = sessions;
        this.sealer = sealer;
    }

    /** Each has a column {@code sealed}, for a purpose that names the table and the id. */
    private record Table(String name, String id) {

        String next() {
            return """
                    select %2$s, sealed from %1$s
                     where %2$s > :after and not starts_with(sealed, cast(:current as text))
                     order by %2$s limit :rowsMax for update""".formatted(name, id);
        }

        String seal() {
            return "update %s set sealed = :sealed where %s = :id".formatted(name, id);
        }

        String purpose(UUID rowId) {
            return name + "/" + rowId;
        }
    }

    void start(@Observes StartupEvent starting) throws Throwable {
        if (!Rehearsal.isOn()) {
            VertxContextSupport.subscribeAndAwait(this::sealAll);
        }
    }

    Uni<Void> sealAll() {
        return Multi.createFrom()
                .iterable(TABLES)
                .onItem()
                .transformToUniAndConcatenate(table -> sealAfter(table, Keyset.FIRST))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A batch a transaction. */
    private Uni<Void> sealAfter(Table table, UUID after) {
        return sessions.withTransaction(
                        session -> session.createNativeQuery(table.next(), Object[].class)
                                .setParameter("after", after)
                                .setParameter("current", sealer.currentPrefix())
                                .setParameter("rowsMax", ROWS_MAX)
                                .getResultList()
                                .call(rows -> seal(session, table, rows)))
                .chain(rows -> rows.size() < ROWS_MAX
                        ? Uni.createFrom().voidItem()
                        : sealAfter(table, (UUID) rows.get(rows.size() - 1)[0]));
    }

    private Uni<Void> seal(Mutiny.Session session, Table table, List<Object[]> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> seal(session, table, (UUID) row[0], (String) row[1]))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** What does not open is the trouble of one partner, and no reason not to start. */
    private Uni<Integer> seal(Mutiny.Session session, Table table, UUID id, String sealed) {
        try {
            String anew = sealer.seal(table.purpose(id), open(table.purpose(id), sealed));
            return session.createNativeQuery(table.seal())
                    .setParameter("sealed", anew)
                    .setParameter("id", id)
                    .executeUpdate();
        } catch (RuntimeException damaged) {
            LOG.error("Not sealed anew, and of no use: " + table.purpose(id), damaged);
            return Uni.createFrom().nullItem();
        }
    }

    private byte[] open(String purpose, String sealed) {
        return sealed.indexOf(':') < 0
                ? Base64.getDecoder().decode(sealed)
                : sealer.open(purpose, sealed);
    }
}
