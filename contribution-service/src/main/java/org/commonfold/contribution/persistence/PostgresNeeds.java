package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.Needs;
import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Need;
import org.commonfold.contribution.domain.NeedFulfilment;
import org.commonfold.contribution.domain.NeedId;
import org.commonfold.contribution.domain.NeedTask;
import org.commonfold.kit.paging.Keyset;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresNeeds implements Needs {

    /** Only the conditions asked for, so that each question finds its own index. */
    private static final String LIST = """
            select need_id from need
            where commons_id = :commonsId and need_id > :after %s %s
            order by need_id limit :countMax""";

    private static final String HAS_SKILL = "and skills @> string_to_array(:skill, ',')";
    private static final String HAS_STATE = "and state = :state";
    static final String BY_IDS = "from NeedRow where needId in :ids order by needId";

    private final Mutiny.SessionFactory sessions;

    PostgresNeeds(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Need>> find(NeedId id) {
        return sessions.withSession(session -> session.find(NeedRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(PostgresNeeds::need));
    }

    @Override
    public Uni<Optional<Need>> lock(NeedId id) {
        return sessions.withTransaction(session ->
                        session.find(NeedRow.class, id.value(), LockMode.PESSIMISTIC_WRITE))
                .map(row -> Optional.ofNullable(row).map(PostgresNeeds::need));
    }

    @Override
    public Uni<List<Need>> list(
            CommonsId commonsId, Filter filter, Optional<UUID> after, int countMax) {
        return sessions.withSession(session -> {
            var query = session.createNativeQuery(list(filter), UUID.class)
                    .setParameter("commonsId", commonsId.value())
                    .setParameter("after", after.orElse(Keyset.FIRST))
                    .setParameter("countMax", countMax);
            if (filter.skill() != null) {
                query.setParameter("skill", filter.skill());
            }
            if (filter.state() != null) {
                query.setParameter("state", filter.state().name());
            }
            return query.getResultList().chain(ids -> byIds(session, ids));
        });
    }

    static String list(Filter filter) {
        return LIST.formatted(
                filter.skill() == null ? "" : HAS_SKILL, filter.state() == null ? "" : HAS_STATE);
    }

    /** In the order of their ids. */
    static Uni<List<Need>> byIds(Mutiny.Session session, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(BY_IDS, NeedRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(rows -> rows.stream().map(PostgresNeeds::need).toList());
    }

    @Override
    public Uni<Void> add(Need need) {
        NeedRow row = new NeedRow();
        fill(row, need);
        return sessions.withTransaction(session -> session.persist(row));
    }

    @Override
    public Uni<Void> update(Need need) {
        return sessions.withTransaction(
                session -> session.find(NeedRow.class, need.id().value())
                        .invoke(row -> fill(row, need))
                        .replaceWithVoid());
    }

    private static void fill(NeedRow row, Need need) {
        NeedFulfilment fulfilment = need.fulfilment();
        row.needId = need.id().value();
        row.commonsId = need.commonsId().value();
        row.title = need.task().title();
        row.description = need.task().description();
        row.kind = need.task().kind();
        row.skills = Skills.joined(need.task().skills());
        row.openedBy = need.openedBy() == null ? null : need.openedBy().value();
        row.openedAt = need.openedAt();
        row.takers = Documents.takers(need.takers());
        row.fulfilledBy =
                fulfilment == null ? null : fulfilment.contributionId().value();
        row.closedAt = fulfilment == null ? null : fulfilment.at();
        row.changeCount = need.changeCount();
    }

    private static Need need(NeedRow row) {
        return new Need(
                new NeedId(row.needId),
                new CommonsId(row.commonsId),
                new NeedTask(row.title, row.description, row.kind, Skills.split(row.skills)),
                row.openedBy == null ? null : new ContributorId(row.openedBy),
                row.openedAt,
                Documents.takers(row.takers),
                row.closedAt == null
                        ? null
                        : new NeedFulfilment(new ContributionId(row.fulfilledBy), row.closedAt),
                row.changeCount);
    }
}
