package org.commonfold.revenue.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import org.commonfold.revenue.application.Partners;
import org.commonfold.revenue.domain.Partner;
import org.commonfold.revenue.domain.PartnerId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Optional;

@ApplicationScoped
class PostgresPartners implements Partners {

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
    public Uni<Void> add(Partner partner) {
        PartnerRow row = new PartnerRow();
        row.partnerId = partner.id().value();
        row.name = partner.name();
        row.registeredAt = partner.registeredAt();
        return sessions.withTransaction(session -> session.persist(row));
    }

    private static Partner partner(PartnerRow row) {
        return new Partner(new PartnerId(row.partnerId), row.name, row.registeredAt);
    }
}
