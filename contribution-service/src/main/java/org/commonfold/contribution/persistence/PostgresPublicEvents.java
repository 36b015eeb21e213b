package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.PublicEvent;
import org.commonfold.contribution.application.PublicEvents;
import org.commonfold.contribution.domain.CommonsId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.OptionalLong;

@ApplicationScoped
class PostgresPublicEvents implements PublicEvents {

    private static final String AFTER = """
            from CommonsEventRow where commonsId = :commonsId and logOffset > :offset
            order by logOffset""";

    private static final String LAST =
            "select max(logOffset) from CommonsEventRow where commonsId = :commonsId";

    private final Mutiny.SessionFactory sessions;
    private final CommonsEventNews news;

    PostgresPublicEvents(Mutiny.SessionFactory sessions, CommonsEventNews news) {
        this.sessions = sessions;
        this.news = news;
    }

    @Override
    public Uni<Void> add(List<PublicEvent> events) {
        Object[] rows = events.stream().map(CommonsEventRow::of).toArray();
        return sessions.withTransaction(session -> session.persistAll(rows));
    }

    @Override
    public Uni<List<PublicEvent>> after(CommonsId commonsId, long offset, int countMax) {
        return sessions.withSession(session -> session.createQuery(AFTER, CommonsEventRow.class)
                        .setParameter("commonsId", commonsId.value())
                        .setParameter("offset", offset)
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream().map(CommonsEventRow::toEvent).toList());
    }

    @Override
    public Uni<OptionalLong> lastOffset(CommonsId commonsId) {
        return sessions.withSession(session -> session.createQuery(LAST, Long.class)
                        .setParameter("commonsId", commonsId.value())
                        .getSingleResultOrNull())
                .map(last -> last == null ? OptionalLong.empty() : OptionalLong.of(last));
    }

    @Override
    public Multi<Long> news() {
        return news.ticks();
    }
}
