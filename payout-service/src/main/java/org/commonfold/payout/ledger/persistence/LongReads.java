package org.commonfold.payout.ledger.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowStream;
import io.vertx.mutiny.sqlclient.SqlConnection;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.ledger.application.TooManyReaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.util.concurrent.Semaphore;

/**
 * Reads of any length: all as it stood at one moment, some rows at a time. Each holds a connection
 * and a snapshot until its reader has everything, so only a few run at once, and the database ends
 * one that stands still.
 */
@ApplicationScoped
class LongReads {

    private static final int ROWS_AT_ONCE = 500;

    private static final String BEGIN = """
            begin isolation level repeatable read, read only;
            set local idle_in_transaction_session_timeout = '1min'""";

    private final Pool pool;
    private final Semaphore room;

    LongReads(
            Pool pool,
            @ConfigProperty(name = "ledger.long-reads-max", defaultValue = "4") int readsMax) {
        this.pool = pool;
        this.room = new Semaphore(readsMax);
    }

    /** To be read to its end, or cancelled; or fails with {@link TooManyReaders}. */
    Uni<Multi<Row>> read(String query) {
        return Uni.createFrom().deferred(() -> {
            if (!room.tryAcquire()) {
                return Uni.createFrom().failure(new TooManyReaders());
            }
            return begin().onFailure()
                    .invoke(() -> room.release())
                    .map(connection -> rows(connection, query));
        });
    }

    private Uni<SqlConnection> begin() {
        return pool.getConnection()
                .chain(connection -> connection
                        .query(BEGIN)
                        .execute()
                        .replaceWith(connection)
                        .onFailure()
                        .call(connection::close));
    }

    private Multi<Row> rows(SqlConnection connection, String query) {
        return Multi.createFrom()
                .resource(
                        () -> connection,
                        open -> open.prepare(query)
                                .map(statement -> statement.createStream(ROWS_AT_ONCE))
                                .onItem()
                                .transformToMulti(RowStream::toMulti))
                .withFinalizer(this::end);
    }

    private Uni<Void> end(SqlConnection connection) {
        return connection
                .query("rollback")
                .execute()
                .replaceWithVoid()
                .eventually(connection::close)
                .eventually(() -> room.release());
    }
}
