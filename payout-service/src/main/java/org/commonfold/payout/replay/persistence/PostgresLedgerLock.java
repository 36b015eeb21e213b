package org.commonfold.payout.replay.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.replay.application.LedgerLock;
import org.commonfold.payout.replay.application.LiveLedger;

import java.util.Optional;

/** An advisory lock, held as long as the connection lives. */
@ApplicationScoped
class PostgresLedgerLock implements LedgerLock {

    /** Any number, the same in all replicas; they share the database. */
    static final long LOCK = 0x7265706c6179L;

    private static final String TRY = "select pg_try_advisory_lock($1) as mine";

    private final Pool pool;

    PostgresLedgerLock(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<LiveLedger>> tryToTake() {
        return pool.getConnection()
                .chain(connection -> connection
                        .preparedQuery(TRY)
                        .execute(Tuple.of(LOCK))
                        .onFailure()
                        .call(connection::close)
                        .chain(rows -> rows.iterator().next().getBoolean("mine")
                                ? Uni.createFrom().item(held(connection))
                                : connection.close().replaceWith(Optional.empty())));
    }

    private static Optional<LiveLedger> held(SqlConnection connection) {
        return Optional.of(new PostgresLiveLedger(connection));
    }
}
