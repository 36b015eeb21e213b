package org.commonfold.payout.ledger.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.ledger.application.Balance;
import org.commonfold.payout.ledger.application.Balances;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;

@ApplicationScoped
class PostgresBalances implements Balances {

    private static final String SUMS = """
            select new org.commonfold.payout.ledger.application.Balance(
                owner, currency, sum(accrued), sum(available), sum(reserved), sum(paid))
            from BalanceRow %s
            group by owner, currency
            having sum(accrued + available + reserved + paid) > 0
            order by owner, currency""";

    private static final String OF_ALL = SUMS.formatted("");
    private static final String OF_ONE = SUMS.formatted("where owner = :owner");

    private final Mutiny.SessionFactory sessions;

    PostgresBalances(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<List<Balance>> all() {
        return sessions.withSession(
                session -> session.createQuery(OF_ALL, Balance.class).getResultList());
    }

    @Override
    public Uni<List<Balance>> of(String owner) {
        return sessions.withSession(session -> session.createQuery(OF_ONE, Balance.class)
                .setParameter("owner", owner)
                .getResultList());
    }
}
