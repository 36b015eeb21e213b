package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.application.LogPictures;
import org.commonfold.rating.domain.Charters;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.LogPicture;
import org.commonfold.rating.domain.Mentioned;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresLogPictures implements LogPictures {

    /** Of every commons the last one, and those that are named. */
    private static final String CHARTERS = """
            from CharterRow charter
             where charter.commonsId in :commonsIds
               and (charter.version in :versions
                    or charter.version = (select max(one.version) from CharterRow one
                                           where one.commonsId = charter.commonsId))""";

    private static final String CONTRIBUTIONS =
            "from ContributionRow where contributionId in :contributionIds";

    private final Mutiny.SessionFactory sessions;

    PostgresLogPictures(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<LogPicture> load(Mentioned mentioned) {
        return sessions.withTransaction(session -> charters(session, mentioned)
                .chain(charters -> contributions(session, mentioned.contributionIds())
                        .chain(contributions -> CurrentRatingsTable.load(
                                        session, mentioned.ratings())
                                .map(ratings ->
                                        new LogPicture(charters, contributions, ratings)))));
    }

    private static Uni<Charters> charters(Mutiny.Session session, Mentioned mentioned) {
        return session.createQuery(CHARTERS, CharterRow.class)
                .setParameter(
                        "commonsIds",
                        mentioned.commonsIds().stream().map(CommonsId::value).toList())
                .setParameter("versions", List.copyOf(mentioned.charterVersions()))
                .getResultList()
                .map(rows -> new Charters(
                        rows.stream().map(CharterRow::toAdoptedCharter).toList()));
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
        Object[] charters = picture.newCharters().stream().map(CharterRow::of).toArray();
        return sessions.withTransaction(session -> session.persistAll(charters)
                .chain(() -> saveContributions(session, picture.changedContributions()))
                .chain(session::flush)
                .chain(() -> savePeople(session, picture))
                .chain(() -> saveRatings(session, picture)));
    }

    private static Uni<Void> savePeople(Mutiny.Session session, LogPicture picture) {
        return MembersTable.setAuthors(session, picture.changedContributions())
                .chain(() -> MembersTable.addMembers(session, picture.newMembers()))
                .chain(() -> MembersTable.addStewards(session, picture.newStewards()));
    }

    private static Uni<Void> saveRatings(Mutiny.Session session, LogPicture picture) {
        Set<ContributionId> touched = new HashSet<>();
        picture.changedContributions().forEach(one -> touched.add(one.id()));
        picture.ratings().changed().forEach(one -> touched.add(one.contributionId()));
        return CurrentRatingsTable.save(session, picture.ratings())
                .chain(() -> CurrentRatingsTable.count(session, touched));
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
        row.title = contribution.title();
        row.kind = contribution.kind();
        row.authors = Documents.authors(contribution.authors());
        row.withdrawn = contribution.isWithdrawn();
    }
}
