package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Reapportionments;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Reapportionment;
import org.commonfold.kit.paging.Keyset;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresReapportionments implements Reapportionments {

    static final String LIST = """
            from ReapportionmentRow where contributionId = :contributionId
            and reapportionmentId > :after order by reapportionmentId""";

    private final Mutiny.SessionFactory sessions;

    PostgresReapportionments(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Reapportionment>> find(ContributionId contributionId, UUID id) {
        return sessions.withSession(session -> session.find(ReapportionmentRow.class, id))
                .map(row -> Optional.ofNullable(row)
                        .filter(found -> found.contributionId.equals(contributionId.value()))
                        .map(PostgresReapportionments::reapportionment));
    }

    @Override
    public Uni<List<Reapportionment>> list(
            ContributionId contributionId, Optional<UUID> after, int countMax) {
        return sessions.withSession(session -> session.createQuery(LIST, ReapportionmentRow.class)
                        .setParameter("contributionId", contributionId.value())
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(PostgresReapportionments::reapportionment)
                        .toList());
    }

    @Override
    public Uni<Void> add(Reapportionment reapportionment) {
        ReapportionmentRow row = new ReapportionmentRow();
        fill(row, reapportionment);
        return sessions.withTransaction(session -> session.persist(row));
    }

    @Override
    public Uni<Void> update(Reapportionment reapportionment) {
        return sessions.withTransaction(
                session -> session.find(ReapportionmentRow.class, reapportionment.id())
                        .invoke(row -> fill(row, reapportionment))
                        .replaceWithVoid());
    }

    private static void fill(ReapportionmentRow row, Reapportionment reapportionment) {
        row.reapportionmentId = reapportionment.id();
        row.contributionId = reapportionment.contributionId().value();
        row.authorsBefore = Documents.authors(reapportionment.before());
        row.authors = Documents.authors(reapportionment.authors());
        row.proposedBy = reapportionment.proposedBy().value();
        row.proposedAt = reapportionment.proposedAt();
        row.confirmedBy = Documents.people(reapportionment.confirmedBy());
        row.state = reapportionment.state().name();
    }

    private static Reapportionment reapportionment(ReapportionmentRow row) {
        return new Reapportionment(
                row.reapportionmentId,
                new ContributionId(row.contributionId),
                Documents.authors(row.authorsBefore),
                Documents.authors(row.authors),
                new ContributorId(row.proposedBy),
                row.proposedAt,
                Documents.people(row.confirmedBy),
                Reapportionment.State.valueOf(row.state));
    }
}
