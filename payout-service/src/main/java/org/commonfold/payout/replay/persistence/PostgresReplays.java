package org.commonfold.payout.replay.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.replay.application.Replays;
import org.commonfold.payout.replay.domain.Findings;
import org.commonfold.payout.replay.domain.Replay;
import org.commonfold.payout.replay.domain.ReplayId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PostgresReplays implements Replays {

    private static final String ADD = """
            insert into replay (replay_id, state, started_by, started_at)
            values (:id, 'running', :operator, :now)""";

    private static final String FIND = "select * from replay where replay_id = $1";

    /** Whoever runs one holds the lock, from before it was written down until it has ended. */
    private static final String FAIL_ORPHAN = """
            update replay
               set state = 'failed', ended_at = now(), failure = 'The process that ran it is gone'
             where replay_id = $1 and state = 'running' and pg_try_advisory_xact_lock($2)""";

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;

    PostgresReplays(Mutiny.SessionFactory sessions, Pool pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    @Override
    public Uni<Replay> add(ReplayId id, String operator, Instant now) {
        Replay replay = new Replay(
                id,
                Replay.State.RUNNING,
                operator,
                now,
                null,
                new Findings(0).counts(),
                List.of(),
                null);
        return sessions.withTransaction(session -> session.createNativeQuery(ADD)
                        .setParameter("id", id.value())
                        .setParameter("operator", operator)
                        .setParameter("now", now)
                        .executeUpdate())
                .replaceWith(replay);
    }

    @Override
    public Uni<Optional<Replay>> find(ReplayId id) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(FAIL_ORPHAN)
                .execute(Tuple.of(id.value(), PostgresLedgerLock.LOCK))
                .chain(() -> read(connection, id)));
    }

    private static Uni<Optional<Replay>> read(SqlConnection connection, ReplayId id) {
        return connection.preparedQuery(FIND).execute(Tuple.of(id.value())).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext()
                    ? Optional.of(ReplayRows.replay(found.next()))
                    : Optional.empty();
        });
    }
}
