package org.commonfold.payout.ledger.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.ledger.application.Balance;
import org.commonfold.payout.ledger.application.Balances;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;

@ApplicationScoped
class PostgresBalances implements Balances {

    private static final String ALL = """
            select owner, currency, sum(accrued) as accrued, sum(available) as available,
                   sum(reserved) as reserved, sum(paid) as paid
              from balance
             group by owner, currency
            having sum(accrued + available + reserved + paid) > 0
             order by owner, currency""";

    private static final String OF_ONE = """
            select new org.commonfold.payout.ledger.application.Balance(
                owner, currency, sum(accrued), sum(available), sum(reserved), sum(paid))
            from BalanceRow where owner = :owner
            group by owner, currency
            having sum(accrued + available + reserved + paid) > 0
            order by owner, currency""";

    private final Mutiny.SessionFactory sessions;
    private final LongReads reads;

    PostgresBalances(Mutiny.SessionFactory sessions, LongReads reads) {
        this.sessions = sessions;
        this.reads = reads;
    }

    @Override
    public Uni<Multi<Balance>> all() {
        return reads.read(ALL).map(rows -> rows.map(PostgresBalances::balance));
    }

    static Balance balance(Row row) {
        return new Balance(
                row.getString("owner"),
                row.getString("currency"),
                row.getBigDecimal("accrued"),
                row.getBigDecimal("available"),
                row.getBigDecimal("reserved"),
                row.getBigDecimal("paid"));
    }

    @Override
    public Uni<List<Balance>> of(String owner) {
        return sessions.withSession(session -> session.createQuery(OF_ONE, Balance.class)
                .setParameter("owner", owner)
                .getResultList());
    }
}
