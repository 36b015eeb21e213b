package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.application.PeerVerdicts;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class PostgresPeerVerdicts implements PeerVerdicts {

    private static final String PUT = """
            insert into peer_verdict (contribution_id, rater_id, is_favourable)
            values (:id, :rater, :favourable)
            on conflict (contribution_id, rater_id)
            do update set is_favourable = excluded.is_favourable""";

    private static final String REMOVE =
            "delete from peer_verdict where contribution_id = :id and rater_id = :rater";

    private final Mutiny.SessionFactory sessions;

    PostgresPeerVerdicts(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Void> put(ContributionId id, ContributorId raterId, boolean isFavourable) {
        return sessions.withTransaction(session -> session.createNativeQuery(PUT)
                .setParameter("id", id.value())
                .setParameter("rater", raterId.value())
                .setParameter("favourable", isFavourable)
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<Void> remove(ContributionId id, ContributorId raterId) {
        return sessions.withTransaction(session -> session.createNativeQuery(REMOVE)
                .setParameter("id", id.value())
                .setParameter("rater", raterId.value())
                .executeUpdate()
                .replaceWithVoid());
    }
}
