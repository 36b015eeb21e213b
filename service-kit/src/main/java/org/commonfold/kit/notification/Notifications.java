package org.commonfold.kit.notification;

import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * What PostgreSQL notifies on one channel (LISTEN), whichever process did it. It takes a connection
 * of the pool for itself, asks from time to time whether it still lives, and takes another one when
 * it does not.
 */
public final class Notifications implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final Duration ASKED_EVERY = Duration.ofSeconds(5);

    private final String channel;
    private final Consumer<String> onPayload;
    private final Runnable onStart;
    private final Pool pool;
    private final Vertx vertx;
    private SqlConnection connection;
    private boolean connecting;
    private boolean closed;
    private long timer;

    private Notifications(
            String channel, Consumer<String> onPayload, Runnable onStart, Pool pool, Vertx vertx) {
        this.channel = channel;
        this.onPayload = onPayload;
        this.onStart = onStart;
        this.pool = pool;
        this.vertx = vertx;
    }

    /**
     * Listens until it is closed.
     *
     * @param channel its name, as SQL has it
     * @param onPayload called with each notification; not by two threads at once
     * @param onStart called whenever listening begins, again too: anything may have happened before
     */
    public static Notifications of(
            String channel, Consumer<String> onPayload, Runnable onStart, Pool pool, Vertx vertx) {
        Notifications one = new Notifications(channel, onPayload, onStart, pool, vertx);
        one.timer = vertx.setPeriodic(ASKED_EVERY.toMillis(), now -> one.ask());
        one.connect();
        return one;
    }

    private synchronized void connect() {
        if (closed || connecting) {
            return;
        }
        connecting = true;
        pool.getConnection()
                .call(taken ->
                        taken.query("listen " + channel).execute().onFailure().call(taken::close))
                .subscribe()
                .with(this::connected, this::failed);
    }

    private synchronized void connected(SqlConnection taken) {
        connecting = false;
        if (closed) {
            taken.closeAndForget();
            return;
        }
        connection = taken;
        PgConnection postgres = PgConnection.cast(taken.getDelegate());
        postgres.notificationHandler(notified -> onPayload.accept(notified.getPayload()));
        postgres.closeHandler(gone -> lost(taken));
        onStart.run();
    }

    private synchronized void failed(Throwable failure) {
        connecting = false;
        LOG.warnf("Nothing is heard of %s, trying again: %s", channel, failure.getMessage());
    }

    private void lost(SqlConnection gone) {
        synchronized (this) {
            if (connection != gone) {
                return;
            }
            connection = null;
        }
        connect();
    }

    /** A peer that is gone without a word answers nothing. */
    private void ask() {
        SqlConnection asked;
        synchronized (this) {
            asked = connection;
        }
        if (asked == null) {
            connect();
            return;
        }
        asked.query("select 1")
                .execute()
                .ifNoItem()
                .after(ASKED_EVERY)
                .fail()
                .subscribe()
                .with(alive -> LOG.tracef("Listening to %s", channel), gone -> {
                    LOG.warnf("The connection that listened to %s is gone", channel);
                    asked.closeAndForget();
                    lost(asked);
                });
    }

    @Override
    public synchronized void close() {
        closed = true;
        vertx.cancelTimer(timer);
        if (connection != null) {
            connection.closeAndForget();
        }
    }
}
