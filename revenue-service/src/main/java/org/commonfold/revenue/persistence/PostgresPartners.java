package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.commonfold.kit.paging.Keyset;
import org.commonfold.revenue.application.Partners;
import org.commonfold.revenue.domain.Partner;
import org.commonfold.revenue.domain.PartnerId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresPartners implements Partners {

    private static final String LIST =
            "from PartnerRow where partnerId > :after order by partnerId";

    private final Mutiny.SessionFactory sessions;

    PostgresPartners(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Partner>> find(PartnerId id) {
        return sessions.withSession(session -> session.find(PartnerRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(PostgresPartners::partner));
    }

    @Override
    public Uni<Optional<Partner>> findForChange(PartnerId id) {
        LockModeType lock = LockModeType.PESSIMISTIC_WRITE;
        return sessions.withTransaction(session -> session.find(PartnerRow.class, id.value(), lock))
                .map(row -> Optional.ofNullable(row).map(PostgresPartners::partner));
    }

    @Override
    public Uni<List<Partner>> list(Optional<UUID> after, int countMax) {
        return sessions.withSession(session -> session.createQuery(LIST, PartnerRow.class)
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresPartners::partner).toList());
    }

    @Override
    public Uni<Void> add(Partner partner) {
        PartnerRow row = new PartnerRow();
        fill(row, partner);
        return sessions.withTransaction(session -> session.persist(row));
    }

    @Override
    public Uni<Void> update(Partner partner) {
        return sessions.withTransaction(
                session -> session.find(PartnerRow.class, partner.id().value())
                        .invoke(row -> fill(row, partner))
                        .replaceWithVoid());
    }

    private static void fill(PartnerRow row, Partner partner) {
        row.partnerId = partner.id().value();
        row.name = partner.name();
        row.registeredAt = partner.registeredAt();
        row.publishesRevenue = partner.publishesRevenue();
        row.version = partner.version();
    }

    private static Partner partner(PartnerRow row) {
        return new Partner(
                new PartnerId(row.partnerId),
                row.name,
                row.registeredAt,
                row.publishesRevenue,
                row.version);
    }
}
