package org.commonfold.payout.payment.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.application.PayoutAccounts;
import org.commonfold.payout.payment.domain.PayoutAccount;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Clock;
import java.util.Optional;

@ApplicationScoped
class PostgresPayoutAccounts implements PayoutAccounts {

    /** Upserted: two requests at once are no error, and one of them stands. */
    private static final String PUT = """
            insert into payout_account (contributor_id, account_id, sealed, changed_at)
            values (:contributorId, :accountId, :sealed, :now)
            on conflict (contributor_id) do update
            set account_id = excluded.account_id, sealed = excluded.sealed,
                changed_at = excluded.changed_at""";

    private static final String REMOVE =
            "delete from PayoutAccountRow where contributorId = :contributorId";

    private final Mutiny.SessionFactory sessions;
    private final SealedAccounts sealedAccounts;
    private final Ids ids;
    private final Clock clock;

    PostgresPayoutAccounts(
            Mutiny.SessionFactory sessions, SealedAccounts sealedAccounts, Ids ids, Clock clock) {
        this.sessions = sessions;
        this.sealedAccounts = sealedAccounts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<PayoutAccount>> find(ContributorId contributorId) {
        String id = contributorId.value();
        return sessions.withSession(session -> session.find(PayoutAccountRow.class, id))
                .map(row -> Optional.ofNullable(row)
                        .map(found -> sealedAccounts.open(id, found.sealed)));
    }

    @Override
    public Uni<Void> put(ContributorId contributorId, PayoutAccount account) {
        String id = contributorId.value();
        return sessions.withTransaction(session -> session.createNativeQuery(PUT)
                .setParameter("contributorId", id)
                .setParameter("accountId", ids.next())
                .setParameter("sealed", sealedAccounts.seal(id, account))
                .setParameter("now", clock.instant())
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<Boolean> remove(ContributorId contributorId) {
        return sessions.withTransaction(session -> session.createMutationQuery(REMOVE)
                        .setParameter("contributorId", contributorId.value())
                        .executeUpdate())
                .map(rows -> rows == 1);
    }
}
