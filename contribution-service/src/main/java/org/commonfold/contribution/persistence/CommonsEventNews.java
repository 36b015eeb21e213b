package org.commonfold.contribution.persistence;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.operators.multi.processors.SerializedProcessor;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.kit.notification.Notifications;

import java.util.UUID;

/**
 * Tells whose rows in {@code commons_event} are new, whichever replica wrote them; of all whenever
 * it has begun to listen.
 */
@ApplicationScoped
class CommonsEventNews {

    private static final CommonsId ALL = new CommonsId(new UUID(0, 0));

    private final Pool pool;
    private final Vertx vertx;
    private final BroadcastProcessor<CommonsId> news = BroadcastProcessor.create();
    /** A connection and the one after it may tell at the same time. */
    private final SerializedProcessor<CommonsId, CommonsId> entrance = news.serialized();

    private Notifications notifications;

    CommonsEventNews(Pool pool, Vertx vertx) {
        this.pool = pool;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        notifications = Notifications.of(
                "commons_event",
                id -> entrance.onNext(new CommonsId(UUID.fromString(id))),
                () -> entrance.onNext(ALL),
                pool,
                vertx);
    }

    void stop(@Observes ShutdownEvent stopping) {
        notifications.close();
        entrance.onComplete();
    }

    /** What a slow reader misses needs no making up for: the next item tells as much. */
    Multi<CommonsId> of(CommonsId commonsId) {
        return news.filter(of -> of.equals(commonsId) || of.equals(ALL))
                .onOverflow()
                .dropPreviousItems();
    }
}
