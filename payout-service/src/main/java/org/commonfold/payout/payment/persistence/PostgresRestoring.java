package org.commonfold.payout.payment.persistence;

import static java.util.stream.Collectors.joining;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.payment.application.Restoring;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Set;

@ApplicationScoped
class PostgresRestoring implements Restoring {

    private static final String CONCERNS = """
            select exists (select from payout_to_restore
                            where commons_id = any(string_to_array(:ids, ',')))""";

    private final Mutiny.SessionFactory sessions;

    PostgresRestoring(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Boolean> concerns(Set<CommonsId> commonsIds) {
        String ids = commonsIds.stream().map(CommonsId::value).collect(joining(","));
        return sessions.withTransaction(
                session -> session.createNativeQuery(CONCERNS, Boolean.class)
                        .setParameter("ids", ids)
                        .getSingleResult());
    }
}
