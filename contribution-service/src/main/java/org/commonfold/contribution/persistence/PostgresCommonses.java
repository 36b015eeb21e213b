package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Commonses;
import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.CharterVersion;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.CommonsEvent;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.LogPlace;
import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.paging.Keyset;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresCommonses implements Commonses {

    static final String LIST = "from CommonsRow where commonsId > :after order by commonsId";

    private static final String IS_THERE =
            "select exists (select 1 from commons where commons_id = $1)";

    static final String CHARTERS = """
            from CharterVersionRow where commonsId = :commonsId and version > :after
            order by version""";

    /** Where the events stand that adopted charters: each is the event of that version. */
    static final String PLACES = """
            select e.version, l.log_partition, l.log_offset from event e
            join commons_event l on l.commons_id = :commonsId
            and l.event_id = cast(e.event_id as text)
            and l.type in ('CommonsFounded.v1', 'CharterAmended.v1')
            where e.stream_id = :stream and e.version > :after and e.version <= :last""";

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
    public Uni<Boolean> isThere(CommonsId id) {
        return sessions.withSession(session ->
                        PlainSql.row(session, IS_THERE, row -> (Boolean) row[0], id.value()))
                .map(Optional::orElseThrow);
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
    public Uni<Optional<Charter>> charter(CommonsId id, int version) {
        var key = new CharterVersionRow.Key(id.value(), version);
        return sessions.withSession(session -> session.find(CharterVersionRow.class, key))
                .map(row ->
                        Optional.ofNullable(row).map(found -> Documents.charter(found.charter)));
    }

    @Override
    public Uni<List<CharterVersion>> charters(CommonsId id, int afterVersion, int countMax) {
        return sessions.withSession(session -> session.createQuery(
                        CHARTERS, CharterVersionRow.class)
                .setParameter("commonsId", id.value())
                .setParameter("after", afterVersion)
                .setMaxResults(countMax)
                .getResultList()
                .chain(rows -> places(session, id, afterVersion, countMax)
                        .map(places -> rows.stream()
                                .map(row -> charter(row, places.get((long) row.version)))
                                .toList())));
    }

    private static Uni<Map<Long, LogPlace>> places(
            Mutiny.Session session, CommonsId id, int afterVersion, int countMax) {
        return session.createNativeQuery(PLACES, Object[].class)
                .setParameter("commonsId", id.value())
                .setParameter("stream", "commons/" + id)
                .setParameter("after", (long) afterVersion)
                .setParameter("last", (long) afterVersion + countMax)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> (Long) row[0],
                                row -> new LogPlace((Integer) row[1], (Long) row[2]))));
    }

    /** {@code place}: null while its event has not been read back from the log. */
    private static CharterVersion charter(CharterVersionRow row, LogPlace place) {
        return new CharterVersion(
                row.version,
                Documents.charter(row.charter),
                new ContributorId(row.adoptedBy),
                row.adoptedAt,
                Optional.ofNullable(place));
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
