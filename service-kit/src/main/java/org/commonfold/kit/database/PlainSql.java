package org.commonfold.kit.database;

import io.smallrye.mutiny.Uni;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * SQL in a session's transaction, past Hibernate: no parsing, no plan, no flush before it. For
 * statements that run with every batch or request; Hibernate Reactive 3.2 plans a native query anew
 * each time.
 */
public final class PlainSql {

    private PlainSql() {}

    /**
     * Executes a statement, on subscription.
     *
     * @param sql PostgreSQL's own, with {@code $1} for the first value
     * @param values as the PostgreSQL client takes them: bytes as a Buffer, times as OffsetDateTime
     * @return how many rows it changed or returned; fails as Hibernate's statements do
     */
    public static Uni<Integer> execute(Mutiny.Session session, String sql, Object... values) {
        return Uni.createFrom().completionStage(() -> connection(session).update(sql, values));
    }

    /**
     * Asks for a row, on subscription.
     *
     * @param sql as of {@link #execute}
     * @param read makes something of the first row, whose values are as the PostgreSQL client gives
     *     them; there may be none
     */
    public static <T> Uni<Optional<T>> row(
            Mutiny.Session session, String sql, Function<Object[], T> read, Object... values) {
        return Uni.createFrom()
                .completionStage(() -> connection(session).select(sql, values))
                .map(rows ->
                        rows.hasNext() ? Optional.of(read.apply(rows.next())) : Optional.empty());
    }

    /**
     * Executes statements in this order, but does not wait between them: they travel together. The
     * first that fails fails all. Only what goes past Hibernate may be among them: a session does
     * one thing at a time.
     */
    public static <T> Uni<Void> together(List<Uni<T>> statements) {
        return statements.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(statements).andFailFast().replaceWithVoid();
    }

    private static ReactiveConnection connection(Mutiny.Session session) {
        return ((MutinySessionImpl) session).getReactiveConnection();
    }
}
