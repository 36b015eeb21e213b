package org.commonfold.kit.database;

import io.smallrye.mutiny.Uni;

import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;

import java.util.List;

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
        return Uni.createFrom()
                .completionStage(() ->
                        ((MutinySessionImpl) session).getReactiveConnection().update(sql, values));
    }

    /**
     * Executes statements in this order, but does not wait between them: they travel together. The
     * first that fails fails all.
     */
    public static Uni<Void> together(List<Uni<Integer>> statements) {
        return Uni.join().all(statements).andFailFast().replaceWithVoid();
    }
}
