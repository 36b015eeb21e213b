package org.commonfold.payout.ledger.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.payout.fold.application.FoundedCommons;
import org.commonfold.payout.fold.application.LogPlace;
import org.commonfold.payout.fold.domain.CommonsId;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class PostgresFoundedCommons implements FoundedCommons {

    /** The log is folded again when it is replayed. */
    private static final String ADD = """
            insert into commons (commons_id, log_partition, log_offset)
            values ($1, $2, $3) on conflict do nothing""";

    private final Mutiny.SessionFactory sessions;

    PostgresFoundedCommons(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Void> add(CommonsId id, LogPlace place) {
        return sessions.withTransaction(session -> PlainSql.execute(
                        session, ADD, id.value(), place.partition(), place.offset())
                .replaceWithVoid());
    }
}
