package org.commonfold.payout.payment.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.commonfold.kit.paging.Keyset;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * Seals anew what was sealed with a former key, so that an operator can take that key away: once
 * after the start, and every hour.
 */
@ApplicationScoped
class KeyRotation {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);
    private static final int AT_ONCE_MAX = 200;

    private static final String OLD = """
            select cast(%1$s as text), cast(%2$s as text), %3$s from %4$s
             where not starts_with(%3$s, :prefix) and %1$s > cast(:last as uuid)
             order by %1$s limit %5$d for update skip locked""";

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

    /** In the order of ids, so that what cannot be sealed anew is passed, and passed once. */
    private Uni<Void> untilNoneIsLeft(Kept kept) {
        AtomicReference<String> last = new AtomicReference<>(Keyset.FIRST.toString());
        return Multi.createBy()
                .repeating()
                .uni(() -> some(kept, last))
                .until(count -> count == 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** How many. Rows that somebody else works on are left to them. */
    private Uni<Integer> some(Kept kept, AtomicReference<String> last) {
        String old = OLD.formatted(kept.id, kept.whose, kept.column, kept.table, AT_ONCE_MAX);
        return sessions.withTransaction(session -> session.createNativeQuery(old, Tuple.class)
                .setParameter("prefix", sealedAccounts.currentPrefix())
                .setParameter("last", last.get())
                .getResultList()
                .call(rows -> each(rows, row -> update(session, kept, row)))
                .invoke(rows -> rows.forEach(row -> last.set(row.get(0, String.class))))
                .map(List::size));
    }

    private static Uni<Void> update(Mutiny.Session session, Kept kept, Tuple row) {
        String id = row.get(0, String.class);
        Optional<String> renewed = renewed(kept, id, row);
        if (renewed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String update = "update %s set %s = :sealed where %s = cast(:id as uuid)"
                .formatted(kept.table, kept.column, kept.id);
        return session.createNativeQuery(update)
                .setParameter("id", id)
                .setParameter("sealed", renewed.get())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Empty, and said loudly, when it does not open: its key is gone, or it was altered. */
    private static Optional<String> renewed(Kept kept, String id, Tuple row) {
        try {
            return Optional.of(kept.anew.apply(row.get(1, String.class), row.get(2, String.class)));
        } catch (IllegalStateException doesNotOpen) {
            LOG.errorf("%s %s is not sealed anew: %s", kept.table, id, doesNotOpen.getMessage());
            return Optional.empty();
        }
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
