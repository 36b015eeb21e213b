package org.commonfold.payout.restore.persistence;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.payment.application.LoggedMovement;
import org.commonfold.payout.restore.application.ToRestore;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

@ApplicationScoped
class PostgresToRestore implements ToRestore {

    private static final Logger LOG = Logger.getLogger(PostgresToRestore.class);
    private static final int ROWS_AT_ONCE = 500;

    private static final String IS_LEARNED = "select is_learned from restoration for update";
    private static final String LEARNED = "update restoration set is_learned = true";

    private static final String ADD = "insert into payout_to_restore (" + WaitingRows.COLUMNS + """
            , run_id, reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            on conflict do nothing""";

    private static final String HAS_ANY =
            "select exists (select from payout_to_restore where sequence > 0)";

    /** In one order, as the trigger that links entries takes them. */
    private static final String LENGTHS = """
            select commons_id, sequence from chain_head
             where commons_id = any(string_to_array(:ids, ',')) order by commons_id for update""";

    private static final String OF = "select " + WaitingRows.COLUMNS + """
              from payout_to_restore
             where commons_id = any(string_to_array(:ids, ',')) and sequence > 0
             order by sequence""";

    private static final String REMOVE = """
            delete from payout_to_restore
             where entry_id = any(cast(string_to_array(:ids, ',') as uuid[]))""";

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;

    PostgresToRestore(Mutiny.SessionFactory sessions, Pool pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    @Override
    public void learnOnce(Consumer<Consumer<LoggedMovement>> reader) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            connection.query("begin").executeAndAwait();
            boolean isLearned = connection
                    .query(IS_LEARNED)
                    .executeAndAwait()
                    .iterator()
                    .next()
                    .getBoolean("is_learned");
            if (!isLearned) {
                learn(connection, reader);
                connection.query(LEARNED).executeAndAwait();
            }
            connection.query("commit").executeAndAwait();
        } catch (RuntimeException failure) {
            connection.query("rollback").executeAndForget();
            throw failure;
        } finally {
            connection.closeAndForget();
        }
    }

    private static void learn(SqlConnection connection, Consumer<Consumer<LoggedMovement>> reader) {
        List<LoggedMovement> told = new ArrayList<>();
        reader.accept(one -> {
            told.add(one);
            if (one.booked().sequence() == 0) {
                LOG.errorf(
                        "payout.log does not tell where entry %s stood: it is not restored",
                        one.booked().toEntry().id());
            }
            if (told.size() == ROWS_AT_ONCE) {
                add(connection, told);
            }
        });
        add(connection, told);
        RestoredRuns.addPayouts(connection);
    }

    private static void add(SqlConnection connection, List<LoggedMovement> told) {
        if (!told.isEmpty()) {
            connection
                    .preparedQuery(ADD)
                    .executeBatchAndAwait(told.stream().map(WaitingRows::tuple).toList());
            RestoredRuns.addRuns(connection, told);
            told.clear();
        }
    }

    @Override
    public Uni<Boolean> hasAny() {
        return sessions.withTransaction(
                session -> session.createNativeQuery(HAS_ANY, Boolean.class).getSingleResult());
    }

    @Override
    public Uni<Map<String, Long>> lengths(List<String> commonsIds) {
        return sessions.withTransaction(session -> session.createNativeQuery(LENGTHS, Tuple.class)
                        .setParameter("ids", String.join(",", commonsIds))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(toMap(
                                row -> row.get(0, String.class), row -> row.get(1, Long.class))));
    }

    @Override
    public Uni<List<Waiting>> of(List<String> commonsIds) {
        return sessions.withTransaction(session -> session.createNativeQuery(OF, Tuple.class)
                        .setParameter("ids", String.join(",", commonsIds))
                        .getResultList())
                .map(rows -> rows.stream().map(WaitingRows::waiting).toList());
    }

    @Override
    public Uni<Void> remove(List<BookedEntry> entries) {
        String ids = entries.stream().map(one -> one.id().toString()).collect(joining(","));
        return sessions.withTransaction(session -> session.createNativeQuery(REMOVE)
                .setParameter("ids", ids)
                .executeUpdate()
                .replaceWithVoid());
    }
}
