package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Library;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Lineage;
import org.commonfold.kit.paging.Keyset;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresLibrary implements Library {

    static final String LIST = """
            select c from ContributionRow c %s
            where c.commonsId = :commonsId and c.contributionId > :after %s
            order by c.contributionId""";

    private static final String OF_AUTHOR = """
            join AuthorRow a on a.contributionId = c.contributionId
            and a.commonsId = c.commonsId and a.contributorId = :author""";

    private static final String BY_IDS = "from ContributionRow where contributionId in :ids";

    static final String PUBLISHED_BY = """
            select a.contribution_id from author a
            join contribution c on c.contribution_id = a.contribution_id
            where a.contributor_id = :author and a.contribution_id > :after
            and c.withdrawn_at is null
            order by a.contribution_id limit :countMax""";

    private static final String DOWNSTREAM = """
            select contribution_id from derivation where upstream_id = :id
            order by contribution_id limit :countMax""";

    /** All of one direction, each node once, the nearest first: union drops what was seen. */
    private static final String CLOSURE = """
            with recursive reached as (
                select cast(:id as uuid) as node
                union
                select %1$s from reached join derivation on %2$s = node)
            select node from reached limit :countMax""";

    private static final String EDGES = """
            from DerivationRow where contributionId in :ids and upstreamId in :ids
            order by contributionId, upstreamId""";

    private final Mutiny.SessionFactory sessions;

    PostgresLibrary(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<List<Contribution>> list(
            CommonsId commonsId, Filter filter, Optional<UUID> after, int countMax) {
        Conditions conditions = Conditions.of(filter);
        String ofAuthor = filter.author() == null ? "" : OF_AUTHOR;
        String query = LIST.formatted(ofAuthor, conditions.sql());
        return sessions.withStatelessSession(session -> conditions
                        .setIn(session.createQuery(query, ContributionRow.class))
                        .setParameter("commonsId", commonsId.value())
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows ->
                        rows.stream().map(PostgresContributions::contribution).toList());
    }

    @Override
    public Uni<List<Match>> search(
            CommonsId commonsId, String words, Filter filter, Optional<Place> after, int countMax) {
        Place place = after.orElse(new Place(Integer.MAX_VALUE, Keyset.FIRST));
        return sessions.withStatelessSession(session -> read(session, words)
                .map(webSearch -> Search.of(webSearch, filter))
                .chain(search -> search.setIn(session.createNativeQuery(
                                search.sql(),
                                session.getResultSetMapping(Object[].class, ContributionRow.MATCH)))
                        .setParameter("commonsId", commonsId.value())
                        .setParameter("words", words)
                        .setParameter("rankedMax", RANKED_MAX)
                        .setParameter("rank", place.rank())
                        .setParameter("after", place.id())
                        .setParameter("countMax", countMax)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresLibrary::match).toList()));
    }

    private static Uni<WebSearch> read(Mutiny.StatelessSession session, String words) {
        return session.createNativeQuery(WebSearch.QUERY, Object[].class)
                .setParameter("words", words)
                .getSingleResult()
                .map(row -> new WebSearch((String) row[0], (String) row[1]));
    }

    private static Match match(Object[] row) {
        Contribution contribution = PostgresContributions.contribution((ContributionRow) row[0]);
        Place place = new Place((Integer) row[1], contribution.id().value());
        return new Match(contribution, place);
    }

    @Override
    public Uni<List<Contribution>> publishedBy(
            ContributorId who, Optional<UUID> after, int countMax) {
        return sessions.withStatelessSession(
                session -> session.createNativeQuery(PUBLISHED_BY, UUID.class)
                        .setParameter("author", who.value())
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setParameter("countMax", countMax)
                        .getResultList()
                        .chain(ids -> inOrder(session, ids)));
    }

    @Override
    public Uni<List<Contribution>> downstreamOf(ContributionId id, int countMax) {
        return sessions.withStatelessSession(
                session -> session.createNativeQuery(DOWNSTREAM, UUID.class)
                        .setParameter("id", id.value())
                        .setParameter("countMax", countMax)
                        .getResultList()
                        .chain(ids -> inOrder(session, ids)));
    }

    @Override
    public Uni<Lineage> lineageOf(ContributionId id) {
        return sessions.withStatelessSession(session -> closure(
                        session, id, "upstream_id", "contribution_id")
                .chain(up -> closure(session, id, "contribution_id", "upstream_id")
                        .chain(down -> graph(session, up, down))));
    }

    private static Uni<List<UUID>> closure(
            Mutiny.StatelessSession session, ContributionId id, String next, String from) {
        return session.createNativeQuery(CLOSURE.formatted(next, from), UUID.class)
                .setParameter("id", id.value())
                .setParameter("countMax", LINEAGE_MAX + 1)
                .getResultList();
    }

    private static Uni<Lineage> graph(
            Mutiny.StatelessSession session, List<UUID> up, List<UUID> down) {
        boolean isComplete = up.size() <= LINEAGE_MAX && down.size() <= LINEAGE_MAX;
        Set<UUID> ids = new LinkedHashSet<>();
        up.stream().limit(LINEAGE_MAX).forEach(ids::add);
        down.stream().limit(LINEAGE_MAX).forEach(ids::add);
        return session.createQuery(EDGES, DerivationRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(rows -> rows.stream().map(PostgresLibrary::edge).toList())
                .chain(edges -> inOrder(session, List.copyOf(ids))
                        .map(nodes -> new Lineage(nodes, edges, isComplete)));
    }

    private static Lineage.Edge edge(DerivationRow row) {
        return new Lineage.Edge(
                new ContributionId(row.contributionId),
                new ContributionId(row.upstreamId),
                row.basisPoints);
    }

    private static Uni<List<Contribution>> inOrder(
            Mutiny.StatelessSession session, List<UUID> ids) {
        return byId(session, ids).map(found -> ids.stream().map(found::get).toList());
    }

    private static Uni<Map<UUID, Contribution>> byId(
            Mutiny.StatelessSession session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createQuery(BY_IDS, ContributionRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(PostgresContributions::contribution)
                        .collect(Collectors.toMap(one -> one.id().value(), Function.identity())));
    }
}
