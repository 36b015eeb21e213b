package org.commonfold.contribution.persistence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.operators.multi.processors.SerializedProcessor;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.commonfold.contribution.domain.CommonsId;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.UUID;

/**
 * Tells whose rows in {@code commons_event} are new, whichever replica wrote them: PostgreSQL
 * notifies on one connection. Every few seconds it says so of all, in case a notification was lost
 * with its connection.
 */
@ApplicationScoped
class CommonsEventNews {

    private static final Logger LOG = Logger.getLogger(CommonsEventNews.class);
    private static final Duration ALL_EVERY = Duration.ofSeconds(10);
    private static final CommonsId ALL = new CommonsId(new UUID(0, 0));

    private final Pool pool;
    private final Vertx vertx;
    private final BroadcastProcessor<CommonsId> news = BroadcastProcessor.create();
    /** The timer and the connection may tell at the same time. */
    private final SerializedProcessor<CommonsId, CommonsId> entrance = news.serialized();

    private volatile SqlConnection listening;
    private volatile boolean stopped;
    private long timer;

    CommonsEventNews(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        listen();
        timer = vertx.setPeriodic(ALL_EVERY.toMillis(), now -> {
            if (listening == null) {
                listen();
            }
            entrance.onNext(ALL);
        });
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
        vertx.cancelTimer(timer);
        entrance.onComplete();
        if (listening != null) {
            listening.closeAndForget();
        }
    }

    /** What a slow reader misses needs no making up for: the next item tells as much. */
    Multi<CommonsId> of(CommonsId commonsId) {
        return news.filter(of -> of.equals(commonsId) || of.equals(ALL))
                .onOverflow()
                .dropPreviousItems();
    }

    private void listen() {
        pool.getConnection()
                .call(connection -> connection.query("listen commons_event").execute())
                .subscribe()
                .with(this::listenOn, failure -> LOG.warn("No news of events", failure));
    }

    private void listenOn(SqlConnection connection) {
        PgConnection postgres = PgConnection.cast(connection.getDelegate());
        postgres.notificationHandler(notification ->
                entrance.onNext(new CommonsId(UUID.fromString(notification.getPayload()))));
        postgres.closeHandler(closed -> listening = null);
        listening = connection;
        if (stopped) {
            connection.closeAndForget();
        }
    }
}
