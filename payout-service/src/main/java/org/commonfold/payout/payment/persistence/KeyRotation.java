package org.commonfold.payout.payment.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.commonfold.payout.payment.domain.PayoutRunId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Seals anew what was sealed with a former key, so that an operator can take that key away: once
 * after the start, and every hour.
 */
@ApplicationScoped
class KeyRotation {

    private static final int AT_ONCE_MAX = 200;

    /** One kind of sealed value: where it is kept, and how it is sealed anew. */
    private record Kept(
            String table, String id, String whose, String column, BinaryOperator<String> anew) {}

    private final List<Kept> everything;
    private final Mutiny.SessionFactory sessions;
    private final SealedAccounts sealedAccounts;

    KeyRotation(Mutiny.SessionFactory sessions, SealedAccounts sealedAccounts) {
        this.sessions = sessions;
        this.sealedAccounts = sealedAccounts;
        BinaryOperator<String> account = sealedAccounts::sealAnew;
        BinaryOperator<String> debtor = (runId, old) ->
                sealedAccounts.sealDebtorAnew(new PayoutRunId(UUID.fromString(runId)), old);
        this.everything = List.of(
                new Kept("payout_account", "account_id", "contributor_id", "sealed", account),
                new Kept("payout", "payout_id", "contributor_id", "sealed", account),
                new Kept("payout_run", "run_id", "run_id", "debtor", debtor));
    }

    @Scheduled(
            every = "1h",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sealAnew() {
        return each(everything, this::untilNoneIsLeft);
    }

    private Uni<Void> untilNoneIsLeft(Kept kept) {
        return Multi.createBy()
                .repeating()
                .uni(() -> some(kept))
                .until(count -> count == 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** How many. Rows that somebody else works on are left to them. */
    private Uni<Integer> some(Kept kept) {
        String old = """
                select cast(%s as text), cast(%s as text), %s from %s
                 where not starts_with(%s, :prefix)
                 limit %d for update skip locked""".formatted(
                        kept.id, kept.whose, kept.column, kept.table, kept.column, AT_ONCE_MAX);
        return sessions.withTransaction(session -> session.createNativeQuery(old, Tuple.class)
                .setParameter("prefix", sealedAccounts.currentPrefix())
                .getResultList()
                .call(rows -> each(rows, row -> update(session, kept, row)))
                .map(List::size));
    }

    private static Uni<Void> update(Mutiny.Session session, Kept kept, Tuple row) {
        String update = "update %s set %s = :sealed where %s = cast(:id as uuid)"
                .formatted(kept.table, kept.column, kept.id);
        String renewed = kept.anew.apply(row.get(1, String.class), row.get(2, String.class));
        return session.createNativeQuery(update)
                .setParameter("id", row.get(0, String.class))
                .setParameter("sealed", renewed)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<? extends Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
