package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.application.Commonses;
import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Raters;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Objects;

@ApplicationScoped
class PostgresCommonses implements Commonses {

    private static final String LAST_CHARTER =
            "from CharterRow where commonsId = :commonsId order by version desc";

    private final Mutiny.SessionFactory sessions;

    PostgresCommonses(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Charter> charterOf(CommonsId id) {
        return sessions.withSession(session -> session.createQuery(LAST_CHARTER, CharterRow.class)
                        .setParameter("commonsId", id.value())
                        .setMaxResults(1)
                        .getSingleResult())
                .map(PostgresCommonses::charter);
    }

    @Override
    public Uni<Boolean> hasMember(CommonsId id, ContributorId who) {
        MemberRowId rowId = new MemberRowId(id.value(), who.value());
        return sessions.withSession(session -> session.find(MemberRow.class, rowId))
                .map(Objects::nonNull);
    }

    private static Charter charter(CharterRow row) {
        return new Charter(
                row.version,
                Documents.criteria(row.criteria),
                row.quorum,
                Raters.valueOf(row.raters));
    }
}
