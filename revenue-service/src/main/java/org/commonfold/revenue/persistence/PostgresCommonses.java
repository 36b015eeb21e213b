package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.application.Commonses;
import org.commonfold.revenue.domain.CommonsId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresCommonses implements Commonses {

    private static final String BY_IDS = "select commonsId from CommonsRow where commonsId in :ids";

    private final Mutiny.SessionFactory sessions;

    PostgresCommonses(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Set<CommonsId>> known(Collection<CommonsId> ids) {
        List<UUID> values = ids.stream().map(CommonsId::value).toList();
        return sessions.withSession(session -> session.createQuery(BY_IDS, UUID.class)
                        .setParameter("ids", values)
                        .getResultList())
                .map(rows -> rows.stream().map(CommonsId::new).collect(Collectors.toSet()));
    }

    @Override
    public Uni<Void> add(Set<CommonsId> ids) {
        return known(ids).chain(known -> {
            Object[] rows = ids.stream()
                    .filter(id -> !known.contains(id))
                    .map(id -> new CommonsRow(id.value()))
                    .toArray();
            return sessions.withTransaction(session -> session.persistAll(rows));
        });
    }
}
