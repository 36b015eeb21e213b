package org.commonfold.kit.outbox;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnection;

/**
 * The right to be the one relay of this database: an advisory lock, held as long as the connection
 * lives. On the same connection PostgreSQL tells of new events (LISTEN).
 */
final class RelayLeadership implements AutoCloseable {

    /** Any number, the same in all replicas of a service; they share the database. */
    private static final long LOCK = 0x636f6d6d6f6e666fL;

    private final SqlConnection connection;
    private volatile boolean held = true;

    private RelayLeadership(SqlConnection connection) {
        this.connection = connection;
    }

    /**
     * Tries to become the leader.
     *
     * @param onNews called whenever events have been appended, and when the leadership is lost
     * @return the leadership, or null while another replica has it
     */
    static RelayLeadership tryToTake(Pool pool, Runnable onNews) {
        SqlConnection connection = pool.getConnectionAndAwait();
        try {
            boolean taken = connection
                    .preparedQuery("select pg_try_advisory_lock($1)")
                    .executeAndAwait(Tuple.of(LOCK))
                    .iterator()
                    .next()
                    .getBoolean(0);
            if (!taken) {
                connection.closeAndAwait();
                return null;
            }
            RelayLeadership leadership = new RelayLeadership(connection);
            leadership.listen(onNews);
            return leadership;
        } catch (RuntimeException failed) {
            connection.closeAndForget();
            throw failed;
        }
    }

    private void listen(Runnable onNews) {
        PgConnection postgres = PgConnection.cast(connection.getDelegate());
        postgres.notificationHandler(notification -> onNews.run());
        postgres.closeHandler(closed -> {
            held = false;
            onNews.run();
        });
        connection.query("listen outbox").executeAndAwait();
    }

    boolean held() {
        return held;
    }

    /** Gives the lock back before the connection goes back to the pool. */
    @Override
    public void close() {
        if (held) {
            connection.query("unlisten outbox").executeAndAwait();
            connection
                    .preparedQuery("select pg_advisory_unlock($1)")
                    .executeAndAwait(Tuple.of(LOCK));
        }
        connection.closeAndAwait();
    }
}
