package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.PublicEvent;
import org.commonfold.contribution.application.PublicEvents;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.LogPlace;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * Writes in a session; reads as plain SQL, since a stream outlives the request and with it the
 * context a session is bound to.
 */
@ApplicationScoped
class PostgresPublicEvents implements PublicEvents {

    static final String AFTER = """
            select commons_id, log_partition, log_offset, event_id, type, subject, occurred_at, data
            from commons_event where commons_id = $1 and log_offset > $2
            order by log_offset limit $3""";

    static final String LAST =
            "select max(log_offset) as last from commons_event where commons_id = $1";

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;
    private final CommonsEventNews news;

    PostgresPublicEvents(Mutiny.SessionFactory sessions, Pool pool, CommonsEventNews news) {
        this.sessions = sessions;
        this.pool = pool;
        this.news = news;
    }

    @Override
    public Uni<Void> add(List<PublicEvent> events) {
        Object[] rows = events.stream().map(CommonsEventRow::of).toArray();
        return sessions.withTransaction(session -> session.persistAll(rows));
    }

    @Override
    public Uni<List<PublicEvent>> after(CommonsId commonsId, long offset, int countMax) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(commonsId.value(), offset, countMax))
                .map(PostgresPublicEvents::events);
    }

    @Override
    public Uni<OptionalLong> lastOffset(CommonsId commonsId) {
        return pool.preparedQuery(LAST)
                .execute(Tuple.of(commonsId.value()))
                .map(rows -> rows.iterator().next().getLong("last"))
                .map(last -> last == null ? OptionalLong.empty() : OptionalLong.of(last));
    }

    @Override
    public Multi<CommonsId> news(CommonsId commonsId) {
        return news.of(commonsId);
    }

    private static List<PublicEvent> events(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new PublicEvent(
                        new CommonsId(row.getUUID("commons_id")),
                        new LogPlace(row.getInteger("log_partition"), row.getLong("log_offset")),
                        row.getString("event_id"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getString("occurred_at"),
                        row.getString("data")))
                .toList();
    }
}
