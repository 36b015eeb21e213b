package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.paging.Keyset;
import org.commonfold.revenue.application.Revenues;
import org.commonfold.revenue.domain.Circumstances;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Revenue;
import org.commonfold.revenue.domain.RevenueId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** Of its own, before the look: a statement sees what was committed before it began. */
    private static final String LOCK =
            "select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))";

    private static final String CIRCUMSTANCES = """
            select exists (select 1 from partner where partner_id = $1),
                   exists (select 1 from commons where commons_id = $2),
                   array(select contribution_id from contribution
                          where commons_id = $2 and contribution_id = any($3)),
                   exists (select 1 from revenue where partner_id = $1 and reference = $4)""";

    private static final String INSERT = """
            insert into revenue
                   (revenue_id, commons_id, partner_id, amount_micros, currency, period_from,
                    period_to, usage, reference, evidence, received_micros, declared_at,
                    event_count)
            values ($1, $2, $3, $4, $5, $6, $7, cast(cast($8 as text) as jsonb), $9, $10, $11, $12,
                    $13)""";

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
    public Uni<Circumstances> circumstancesOf(Revenue proposed) {
        return sessions.withTransaction(session -> Uni.combine()
                .all()
                .unis(lock(session, proposed), look(session, proposed))
                .with((locked, found) -> found.orElseThrow())
                .chain(found -> former(session, proposed, found)
                        .map(former -> new Circumstances(
                                found.isPartnerRegistered(),
                                found.isCommonsKnown(),
                                found.published(),
                                former))));
    }

    private record Found(
            boolean isPartnerRegistered,
            boolean isCommonsKnown,
            Set<ContributionId> published,
            boolean isReferenceUsed) {

        static Found of(Object[] row) {
            Set<ContributionId> published = Arrays.stream((UUID[]) row[2])
                    .map(ContributionId::new)
                    .collect(Collectors.toSet());
            return new Found((Boolean) row[0], (Boolean) row[1], published, (Boolean) row[3]);
        }
    }

    private static Uni<Integer> lock(Mutiny.Session session, Revenue proposed) {
        String reference = proposed.declaration().reference();
        return PlainSql.execute(
                session, LOCK, "reference/" + proposed.partnerId() + "/" + reference);
    }

    private static Uni<Optional<Found>> look(Mutiny.Session session, Revenue proposed) {
        Declaration declaration = proposed.declaration();
        return PlainSql.row(
                session,
                CIRCUMSTANCES,
                Found::of,
                proposed.partnerId().value(),
                proposed.commonsId().value(),
                declaration.used().stream().map(ContributionId::value).toArray(UUID[]::new),
                declaration.reference());
    }

    private static Uni<Optional<Revenue>> former(
            Mutiny.Session session, Revenue proposed, Found found) {
        if (!found.isReferenceUsed()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return session.createQuery(BY_REFERENCE, RevenueRow.class)
                .setParameter("partnerId", proposed.partnerId().value())
                .setParameter("reference", proposed.declaration().reference())
                .getSingleResult()
                .map(row -> Optional.of(RevenueRows.revenue(row)));
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
        Declaration declaration = revenue.declaration();
        return sessions.withTransaction(session -> PlainSql.execute(
                        session,
                        INSERT,
                        revenue.id().value(),
                        revenue.commonsId().value(),
                        revenue.partnerId().value(),
                        declaration.amount().micros(),
                        declaration.amount().currency().getCurrencyCode(),
                        declaration.period().from(),
                        declaration.period().to(),
                        Documents.usage(declaration.usage()),
                        declaration.reference(),
                        declaration.evidence(),
                        revenue.receivedMicros(),
                        revenue.declaredAt().atOffset(ZoneOffset.UTC),
                        revenue.eventCount()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> update(Revenue revenue) {
        return sessions.withTransaction(
                session -> session.find(RevenueRow.class, revenue.id().value())
                        .invoke(row -> RevenueRows.fill(row, revenue))
                        .replaceWithVoid());
    }
}
