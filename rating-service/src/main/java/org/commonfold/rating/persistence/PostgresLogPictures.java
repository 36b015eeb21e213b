package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.application.LogPictures;
import org.commonfold.rating.domain.AdoptedCharter;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.LogPicture;
import org.commonfold.rating.domain.Membership;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresLogPictures implements LogPictures {

    private static final String LAST_VERSIONS = """
            select commonsId, max(version) from CharterRow
             where commonsId in :commonsIds group by commonsId""";

    private static final String CONTRIBUTIONS =
            "from ContributionRow where contributionId in :contributionIds";

    private static final String ADD_MEMBERS = """
            insert into member (commons_id, contributor_id)
            select cast(one ->> 'commonsId' as uuid), one ->> 'contributorId'
              from json_array_elements(cast(cast(:members as text) as json)) as one
            on conflict do nothing""";

    private final Mutiny.SessionFactory sessions;

    PostgresLogPictures(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<LogPicture> load(Set<CommonsId> commonsIds, Set<ContributionId> contributionIds) {
        return sessions.withTransaction(session -> versions(session, commonsIds)
                .chain(versions -> contributions(session, contributionIds)
                        .map(contributions -> new LogPicture(versions, contributions))));
    }

    private static Uni<Map<CommonsId, Integer>> versions(
            Mutiny.Session session, Set<CommonsId> ids) {
        return session.createQuery(LAST_VERSIONS, Object[].class)
                .setParameter("commonsIds", ids.stream().map(CommonsId::value).toList())
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new CommonsId((UUID) row[0]), row -> (Integer) row[1])));
    }

    private static Uni<Map<ContributionId, Contribution>> contributions(
            Mutiny.Session session, Set<ContributionId> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createQuery(CONTRIBUTIONS, ContributionRow.class)
                .setParameter(
                        "contributionIds",
                        ids.stream().map(ContributionId::value).toList())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(PostgresContributions::contribution)
                        .collect(Collectors.toMap(Contribution::id, one -> one)));
    }

    @Override
    public Uni<Void> save(LogPicture picture) {
        Object[] charters =
                picture.newCharters().stream().map(PostgresLogPictures::row).toArray();
        return sessions.withTransaction(session -> session.persistAll(charters)
                .chain(() -> saveContributions(session, picture.changedContributions()))
                .chain(() -> addMembers(session, picture.newMembers())));
    }

    private static CharterRow row(AdoptedCharter adopted) {
        CharterRow row = new CharterRow();
        row.commonsId = adopted.commonsId().value();
        row.version = adopted.charter().version();
        row.criteria = Documents.criteria(adopted.charter().criteria());
        row.quorum = adopted.charter().quorum();
        row.raters = adopted.charter().raters().name();
        return row;
    }

    private static Uni<Void> saveContributions(
            Mutiny.Session session, List<Contribution> contributions) {
        if (contributions.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createQuery(CONTRIBUTIONS, ContributionRow.class)
                .setParameter(
                        "contributionIds",
                        contributions.stream().map(one -> one.id().value()).toList())
                .getResultList()
                .chain(known -> session.persistAll(fill(known, contributions)));
    }

    /** Known rows are changed where they are; returns the new ones. */
    private static Object[] fill(List<ContributionRow> known, List<Contribution> contributions) {
        Map<UUID, ContributionRow> rows = new HashMap<>();
        known.forEach(row -> rows.put(row.contributionId, row));
        List<ContributionRow> added = new ArrayList<>();
        for (Contribution contribution : contributions) {
            ContributionRow row = rows.get(contribution.id().value());
            if (row == null) {
                row = new ContributionRow();
                added.add(row);
            }
            fill(row, contribution);
        }
        return added.toArray();
    }

    private static void fill(ContributionRow row, Contribution contribution) {
        row.contributionId = contribution.id().value();
        row.commonsId = contribution.commonsId().value();
        row.authors = Documents.authors(contribution.authors());
        row.withdrawn = contribution.isWithdrawn();
    }

    private static Uni<Void> addMembers(Mutiny.Session session, Set<Membership> members) {
        if (members.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(ADD_MEMBERS)
                .setParameter("members", Documents.members(members))
                .executeUpdate()
                .replaceWithVoid();
    }
}
