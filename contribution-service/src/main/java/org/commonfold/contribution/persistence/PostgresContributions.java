package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Contributions;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Content;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributionVersion;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Derivation;
import org.commonfold.contribution.domain.Work;
import org.commonfold.kit.database.PlainSql;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresContributions implements Contributions {

    static final String VERSIONS = """
            from ContributionVersionRow where contributionId = :contributionId
            and version > :after order by version""";

    private static final String INSERT = """
            insert into contribution
                   (contribution_id, commons_id, title, kind, licence, content_uri, content_digest,
                    authors, derived_from, fulfils, version, published_at, event_count)
            values ($1, $2, $3, $4, $5, $6, $7, cast(cast($8 as text) as jsonb),
                    cast(cast($9 as text) as jsonb), $10, $11, $12, $13)""";

    private static final String INSERT_DERIVATION = """
            insert into derivation (contribution_id, upstream_id, basis_points)
            values ($1, $2, $3)""";

    private static final String INSERT_VERSION = """
            insert into contribution_version
                   (contribution_id, version, title, content_uri, content_digest, published_by,
                    published_at)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    static final String BY_IDS = "from ContributionRow where contributionId in :ids";

    private final Mutiny.SessionFactory sessions;

    PostgresContributions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Contribution>> find(ContributionId id) {
        return sessions.withSession(session -> session.find(ContributionRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(PostgresContributions::contribution));
    }

    @Override
    public Uni<Optional<Contribution>> lock(ContributionId id) {
        return sessions.withTransaction(session ->
                        session.find(ContributionRow.class, id.value(), LockMode.PESSIMISTIC_WRITE))
                .map(row -> Optional.ofNullable(row).map(PostgresContributions::contribution));
    }

    @Override
    public Uni<List<ContributionVersion>> versions(
            ContributionId id, int afterVersion, int countMax) {
        return sessions.withSession(
                        session -> session.createQuery(VERSIONS, ContributionVersionRow.class)
                                .setParameter("contributionId", id.value())
                                .setParameter("after", afterVersion)
                                .setMaxResults(countMax)
                                .getResultList())
                .map(rows -> rows.stream().map(PostgresContributions::version).toList());
    }

    @Override
    public Uni<Map<ContributionId, CommonsId>> homesOf(Collection<ContributionId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        List<UUID> values = ids.stream().map(ContributionId::value).distinct().toList();
        return sessions.withSession(session -> session.createQuery(BY_IDS, ContributionRow.class)
                        .setParameter("ids", values)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new ContributionId(row.contributionId),
                                row -> new CommonsId(row.commonsId))));
    }

    /** The work first: what refers to it does so by foreign keys. */
    @Override
    public Uni<Void> add(Contribution contribution, ContributorId publisher) {
        return sessions.withTransaction(session -> {
            List<Uni<Integer>> rows = new ArrayList<>();
            rows.add(insert(session, contribution));
            contribution
                    .work()
                    .derivedFrom()
                    .forEach(one -> rows.add(insert(session, contribution.id(), one)));
            rows.add(insertVersion(session, contribution, publisher, contribution.publishedAt()));
            return PlainSql.together(rows);
        });
    }

    private static Uni<Integer> insert(Mutiny.Session session, Contribution contribution) {
        Work work = contribution.work();
        return PlainSql.execute(
                session,
                INSERT,
                contribution.id().value(),
                contribution.commonsId().value(),
                work.title(),
                work.kind(),
                work.licence(),
                work.content().uri(),
                work.content().digest(),
                Documents.authors(work.authors()),
                Documents.derivations(work.derivedFrom()),
                work.fulfils(),
                contribution.version(),
                contribution.publishedAt().atOffset(ZoneOffset.UTC),
                contribution.eventCount());
    }

    private static Uni<Integer> insert(
            Mutiny.Session session, ContributionId id, Derivation derivation) {
        return PlainSql.execute(
                session,
                INSERT_DERIVATION,
                id.value(),
                derivation.upstream().value(),
                derivation.basisPoints());
    }

    private static Uni<Integer> insertVersion(
            Mutiny.Session session, Contribution contribution, ContributorId by, Instant at) {
        Work work = contribution.work();
        return PlainSql.execute(
                session,
                INSERT_VERSION,
                contribution.id().value(),
                contribution.version(),
                work.title(),
                work.content().uri(),
                work.content().digest(),
                by.value(),
                at.atOffset(ZoneOffset.UTC));
    }

    @Override
    public Uni<Void> addVersion(Contribution contribution, ContributorId by, Instant at) {
        return sessions.withTransaction(session -> insertVersion(session, contribution, by, at))
                .replaceWithVoid();
    }

    private static ContributionVersion version(ContributionVersionRow row) {
        return new ContributionVersion(
                row.version,
                row.title,
                new Content(row.contentUri, row.contentDigest),
                new ContributorId(row.publishedBy),
                row.publishedAt);
    }

    @Override
    public Uni<Void> update(Contribution contribution) {
        return sessions.withTransaction(
                session -> session.find(ContributionRow.class, contribution.id().value())
                        .invoke(row -> fill(row, contribution))
                        .replaceWithVoid());
    }

    private static void fill(ContributionRow row, Contribution contribution) {
        Work work = contribution.work();
        row.contributionId = contribution.id().value();
        row.commonsId = contribution.commonsId().value();
        row.title = work.title();
        row.kind = work.kind();
        row.licence = work.licence();
        row.contentUri = work.content().uri();
        row.contentDigest = work.content().digest();
        row.authors = Documents.authors(work.authors());
        row.derivedFrom = Documents.derivations(work.derivedFrom());
        row.fulfils = work.fulfils();
        row.version = contribution.version();
        row.publishedAt = contribution.publishedAt();
        row.withdrawnAt = contribution.withdrawnAt();
        row.eventCount = contribution.eventCount();
    }

    static Contribution contribution(ContributionRow row) {
        Work work = new Work(
                row.title,
                row.kind,
                row.licence,
                new Content(row.contentUri, row.contentDigest),
                Documents.authors(row.authors),
                Documents.derivations(row.derivedFrom),
                row.fulfils);
        return new Contribution(
                new ContributionId(row.contributionId),
                new CommonsId(row.commonsId),
                work,
                row.version,
                row.publishedAt,
                row.withdrawnAt,
                row.eventCount);
    }
}
