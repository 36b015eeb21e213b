package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Commonses;
import org.commonfold.contribution.domain.CharterVersion;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsEvent;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.kit.paging.Keyset;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresCommonses implements Commonses {

    private static final String LIST =
            "from CommonsRow where commonsId > :after order by commonsId";

    private static final String CHARTERS = """
            from CharterVersionRow where commonsId = :commonsId and version > :after
            order by version""";

    private static final String PLACES = """
            from CommonsEventRow where commonsId = :commonsId
            and type in ('CommonsFounded.v1', 'CharterAmended.v1') order by logOffset""";

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
    public Uni<Optional<Commons>> lock(CommonsId id) {
        return sessions.withTransaction(session ->
                        session.find(CommonsRow.class, id.value(), LockMode.PESSIMISTIC_WRITE))
                .map(row -> Optional.ofNullable(row).map(PostgresCommonses::commons));
    }

    @Override
    public Uni<List<CharterVersion>> charters(CommonsId id, int afterVersion, int countMax) {
        return sessions.withSession(session -> session.createQuery(
                        CHARTERS, CharterVersionRow.class)
                .setParameter("commonsId", id.value())
                .setParameter("after", afterVersion)
                .setMaxResults(countMax)
                .getResultList()
                .chain(rows -> session.createQuery(PLACES, CommonsEventRow.class)
                        .setParameter("commonsId", id.value())
                        .setFirstResult(afterVersion)
                        .setMaxResults(countMax)
                        .getResultList()
                        .map(places -> charters(rows, places))));
    }

    /** The n-th charter applies from the n-th place in the log that told of one. */
    private static List<CharterVersion> charters(
            List<CharterVersionRow> rows, List<CommonsEventRow> places) {
        List<CharterVersion> charters = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            CharterVersionRow row = rows.get(i);
            charters.add(new CharterVersion(
                    row.version,
                    Documents.charter(row.charter),
                    new ContributorId(row.adoptedBy),
                    row.adoptedAt,
                    i < places.size() ? Optional.of(places.get(i).place()) : Optional.empty()));
        }
        return charters;
    }

    @Override
    public Uni<Void> add(CommonsEvent.Founded founded) {
        Commons commons = founded.commons();
        CommonsRow row = new CommonsRow();
        fill(row, commons);
        ContributorId founder = commons.stewards().iterator().next();
        return sessions.withTransaction(session -> session.persist(row)
                .chain(() -> session.persist(charterRow(commons, founder, commons.foundedAt()))));
    }

    @Override
    public Uni<Void> amend(CommonsEvent.Amended amended) {
        Commons commons = amended.commons();
        return sessions.withTransaction(session -> session.find(
                        CommonsRow.class, commons.id().value())
                .invoke(row -> fill(row, commons))
                .chain(() -> session.persist(charterRow(commons, amended.by(), amended.at()))));
    }

    private static CharterVersionRow charterRow(Commons commons, ContributorId by, Instant at) {
        CharterVersionRow row = new CharterVersionRow();
        row.commonsId = commons.id().value();
        row.version = commons.charterVersion();
        row.charter = Documents.charter(commons.charter());
        row.adoptedBy = by.value();
        row.adoptedAt = at;
        return row;
    }

    private static void fill(CommonsRow row, Commons commons) {
        row.commonsId = commons.id().value();
        row.name = commons.name();
        row.charter = Documents.charter(commons.charter());
        row.charterVersion = commons.charterVersion();
        row.stewards = Documents.people(commons.stewards());
        row.foundedAt = commons.foundedAt();
    }

    private static Commons commons(CommonsRow row) {
        return new Commons(
                new CommonsId(row.commonsId),
                row.name,
                Documents.charter(row.charter),
                row.charterVersion,
                Documents.people(row.stewards),
                row.foundedAt);
    }
}
