package org.commonfold.revenue.delivery.http;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bell that rings when there is something new to send: PostgreSQL tells, on one connection. */
@ApplicationScoped
class DeliveryNews {

    private static final Logger LOG = Logger.getLogger(DeliveryNews.class);

    private final Pool pool;
    private final Semaphore rung = new Semaphore(0);
    private volatile SqlConnection listening;

    DeliveryNews(Pool pool) {
        this.pool = pool;
    }

    void ring() {
        rung.release();
    }

    /** Returns when it rang since the last time, or after the time given. */
    void await(Duration timeMax) throws InterruptedException {
        if (listening == null) {
            listen();
        }
        if (rung.tryAcquire(timeMax.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    private void listen() {
        try {
            SqlConnection connection = pool.getConnectionAndAwait();
            try {
                listen(connection);
            } catch (RuntimeException failure) {
                connection.closeAndForget();
                throw failure;
            }
        } catch (RuntimeException unreachable) {
            LOG.debug("No news of deliveries yet", unreachable);
        }
    }

    private void listen(SqlConnection connection) {
        PgConnection postgres = PgConnection.cast(connection.getDelegate());
        postgres.notificationHandler(notification -> ring());
        postgres.closeHandler(closed -> listening = null);
        connection.query("listen delivery").executeAndAwait();
        listening = connection;
    }

    void stop() {
        SqlConnection connection = listening;
        if (connection != null) {
            connection.query("unlisten delivery").executeAndAwait();
            connection.closeAndAwait();
        }
    }
}
