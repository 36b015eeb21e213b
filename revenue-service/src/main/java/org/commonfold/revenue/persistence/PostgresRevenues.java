package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.paging.Keyset;
import org.commonfold.revenue.application.Revenues;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Revenue;
import org.commonfold.revenue.domain.RevenueId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresRevenues implements Revenues {

    private static final String LIST = """
            from RevenueRow where commonsId = :commonsId and revenueId > :after
            order by revenueId""";

    private static final String LIST_OF_PARTNER = """
            from RevenueRow
            where commonsId = :commonsId and partnerId = :partnerId and revenueId > :after
            order by revenueId""";

    private static final String BY_REFERENCE =
            "from RevenueRow where partnerId = :partnerId and reference = :reference";

    private static final String LOCK =
            "select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))";

    private final Mutiny.SessionFactory sessions;

    PostgresRevenues(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Revenue>> find(RevenueId id) {
        return sessions.withSession(session -> session.find(RevenueRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(RevenueRows::revenue));
    }

    @Override
    public Uni<Optional<Revenue>> findForChange(RevenueId id) {
        LockModeType lock = LockModeType.PESSIMISTIC_WRITE;
        return sessions.withTransaction(session -> session.find(RevenueRow.class, id.value(), lock))
                .map(row -> Optional.ofNullable(row).map(RevenueRows::revenue));
    }

    @Override
    public Uni<Optional<Revenue>> findByReference(PartnerId partnerId, String reference) {
        String name = "reference/" + partnerId + "/" + reference;
        return sessions.withTransaction(session -> PlainSql.execute(session, LOCK, name)
                        .chain(() -> session.createQuery(BY_REFERENCE, RevenueRow.class)
                                .setParameter("partnerId", partnerId.value())
                                .setParameter("reference", reference)
                                .getSingleResultOrNull()))
                .map(row -> Optional.ofNullable(row).map(RevenueRows::revenue));
    }

    @Override
    public Uni<List<Revenue>> list(
            CommonsId commonsId,
            Optional<PartnerId> declaredBy,
            Optional<UUID> after,
            int countMax) {
        String list = declaredBy.isPresent() ? LIST_OF_PARTNER : LIST;
        return sessions.withSession(session -> {
                    var query = session.createQuery(list, RevenueRow.class)
                            .setParameter("commonsId", commonsId.value())
                            .setParameter("after", after.orElse(Keyset.FIRST))
                            .setMaxResults(countMax);
                    declaredBy.ifPresent(id -> query.setParameter("partnerId", id.value()));
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(RevenueRows::revenue).toList());
    }

    @Override
    public Uni<Void> add(Revenue revenue) {
        RevenueRow row = new RevenueRow();
        RevenueRows.fill(row, revenue);
        return sessions.withTransaction(session -> session.persist(row));
    }

    @Override
    public Uni<Void> update(Revenue revenue) {
        return sessions.withTransaction(
                session -> session.find(RevenueRow.class, revenue.id().value())
                        .invoke(row -> RevenueRows.fill(row, revenue))
                        .replaceWithVoid());
    }
}
