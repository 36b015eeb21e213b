package org.commonfold.contribution.persistence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells of new rows in {@code commons_event}, whichever replica wrote them: PostgreSQL notifies on
 * one connection. While that is lost, and in any case, there is a tick every other second.
 */
@ApplicationScoped
class CommonsEventNews {

    private static final Logger LOG = Logger.getLogger(CommonsEventNews.class);
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(2);

    private final Pool pool;
    private final Vertx vertx;
    private final BroadcastProcessor<Long> ticks = BroadcastProcessor.create();
    private final AtomicLong count = new AtomicLong();
    private volatile SqlConnection listening;
    private volatile boolean stopped;
    private long timer;

    CommonsEventNews(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        listen();
        timer = vertx.setPeriodic(AT_LEAST_EVERY.toMillis(), now -> {
            if (listening == null) {
                listen();
            }
            tick();
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        vertx.cancelTimer(timer);
        ticks.onComplete();
        if (listening != null) {
            listening.closeAndForget();
        }
    }

    /** Ticks that a slow reader misses need no making up for: the next one tells as much. */
    Multi<Long> ticks() {
        return ticks.onOverflow().dropPreviousItems();
    }

    private void tick() {
        ticks.onNext(count.incrementAndGet());
    }

    private void listen() {
        pool.getConnection()
                .call(connection -> connection.query("listen commons_event").execute())
                .subscribe()
                .with(this::listenOn, failure -> LOG.debug("Not listening yet", failure));
    }

    private void listenOn(SqlConnection connection) {
        PgConnection postgres = PgConnection.cast(connection.getDelegate());
        postgres.notificationHandler(notification -> tick());
        postgres.closeHandler(closed -> listening = null);
        listening = connection;
        if (stopped) {
            connection.closeAndForget();
        }
    }
}
