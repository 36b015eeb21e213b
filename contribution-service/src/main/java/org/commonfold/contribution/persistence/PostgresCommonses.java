package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Commonses;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.kit.paging.Keyset;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresCommonses implements Commonses {

    private static final String LIST =
            "from CommonsRow where commonsId > :after order by commonsId";

    private final Mutiny.SessionFactory sessions;

    PostgresCommonses(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Commons>> find(CommonsId id) {
        return sessions.withSession(session -> session.find(CommonsRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(PostgresCommonses::commons));
    }

    @Override
    public Uni<List<Commons>> list(Optional<UUID> after, int countMax) {
        return sessions.withSession(session -> session.createQuery(LIST, CommonsRow.class)
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresCommonses::commons).toList());
    }

    @Override
    public Uni<Void> add(Commons commons) {
        return sessions.withTransaction(session -> session.persist(row(commons)));
    }

    private static CommonsRow row(Commons commons) {
        CommonsRow row = new CommonsRow();
        row.commonsId = commons.id().value();
        row.name = commons.name();
        row.charter = Documents.charter(commons.charter());
        row.charterVersion = commons.charterVersion();
        row.stewards = Documents.stewards(commons.stewards());
        row.foundedAt = commons.foundedAt();
        return row;
    }

    private static Commons commons(CommonsRow row) {
        return new Commons(
                new CommonsId(row.commonsId),
                row.name,
                Documents.charter(row.charter),
                row.charterVersion,
                Documents.stewards(row.stewards),
                row.foundedAt);
    }
}
