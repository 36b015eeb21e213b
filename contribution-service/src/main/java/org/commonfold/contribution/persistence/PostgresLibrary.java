package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Library;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Lineage;
import org.commonfold.kit.paging.Keyset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresLibrary implements Library {

    private static final String LIST = """
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

    static final String DOWNSTREAM = """
            select contribution_id from derivation where upstream_id = :id
            order by contribution_id limit :countMax""";

    /**
     * All of one direction, each node once: union drops what was seen. PostgreSQL recurses level by
     * level and gives rows as it finds them, so the limit ends it, and leaves the nearest.
     */
    static final String CLOSURE = """
            with recursive reached as (
                select cast(:id as uuid) as node
                union
                select %1$s from reached join derivation on %2$s = node)
            select node from reached limit :countMax""";

    static final String EDGES = """
            from DerivationRow where contributionId in :ids and upstreamId in :ids
            order by contributionId, upstreamId""";

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;
    private final Turns queries;

    PostgresLibrary(
            Mutiny.SessionFactory sessions,
            Pool pool,
            @ConfigProperty(name = "library.max-at-once") int queriesMax) {
        this.sessions = sessions;
        this.pool = pool;
        this.queries = new Turns(queriesMax);
    }

    @Override
    public Uni<List<Contribution>> list(
            CommonsId commonsId, Filter filter, Optional<UUID> after, int countMax) {
        return inTurn(() -> sessions.withStatelessSession(session -> Conditions.of(filter)
                        .setIn(session.createQuery(list(filter), ContributionRow.class))
                        .setParameter("commonsId", commonsId.value())
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setMaxResults(countMax)
                        .getResultList()))
                .map(rows ->
                        rows.stream().map(PostgresContributions::contribution).toList());
    }

    static String list(Filter filter) {
        String ofAuthor = filter.author() == null ? "" : OF_AUTHOR;
        return LIST.formatted(ofAuthor, Conditions.of(filter).sql());
    }

    @Override
    public Uni<Found> search(
            CommonsId commonsId, String words, Filter filter, Place after, int countMax) {
        String composed = Normalizer.normalize(words, Normalizer.Form.NFC);
        Stretch stretch = new Stretch(pool, commonsId, composed, after);
        return inTurn(() -> stretch.search(filter, countMax));
    }

    private <T> Uni<T> inTurn(Supplier<Uni<T>> query) {
        return queries.run(MutinyHelper.executor(Vertx.currentContext()), query);
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
