package org.commonfold.payout.payment.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;

/**
 * Seals anew what was sealed with a former key, so that an operator can take that key away: once
 * after the start, and every hour.
 */
@ApplicationScoped
class KeyRotation {

    private static final int AT_ONCE_MAX = 200;

    private final Mutiny.SessionFactory sessions;
    private final SealedAccounts sealedAccounts;

    KeyRotation(Mutiny.SessionFactory sessions, SealedAccounts sealedAccounts) {
        this.sessions = sessions;
        this.sealedAccounts = sealedAccounts;
    }

    @Scheduled(
            every = "1h",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sealAnew() {
        return untilNoneIsLeft("payout_account", "account_id");
    }

    private Uni<Void> untilNoneIsLeft(String table, String id) {
        return Multi.createBy()
                .repeating()
                .uni(() -> some(table, id))
                .until(count -> count == 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** How many. Rows that somebody else works on are left to them. */
    private Uni<Integer> some(String table, String id) {
        String old = """
                select cast(%s as text), contributor_id, sealed from %s
                 where not starts_with(sealed, :prefix)
                 limit %d for update skip locked""".formatted(id, table, AT_ONCE_MAX);
        return sessions.withTransaction(session -> session.createNativeQuery(old, Tuple.class)
                .setParameter("prefix", sealedAccounts.currentPrefix())
                .getResultList()
                .call(rows -> update(session, table, id, rows))
                .map(List::size));
    }

    private Uni<Void> update(Mutiny.Session session, String table, String id, List<Tuple> rows) {
        String update =
                "update %s set sealed = :sealed where %s = cast(:id as uuid)".formatted(table, id);
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> session.createNativeQuery(update)
                        .setParameter("id", row.get(0, String.class))
                        .setParameter(
                                "sealed",
                                sealedAccounts.sealAnew(
                                        row.get(1, String.class), row.get(2, String.class)))
                        .executeUpdate())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
