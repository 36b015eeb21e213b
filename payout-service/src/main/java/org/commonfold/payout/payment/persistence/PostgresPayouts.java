package org.commonfold.payout.payment.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.commonfold.kit.paging.Keyset;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.application.Payee;
import org.commonfold.payout.payment.application.Payouts;
import org.commonfold.payout.payment.domain.Draw;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Terms;
import org.commonfold.payout.payment.domain.Transfer;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresPayouts implements Payouts {

    /** What does not fit a long is more than one payout takes anyway. */
    private static final String PAYEES = """
            select a.contributor_id,
                   cast(least(sum(b.available), 9223372036854775807) as bigint)
              from payout_account a
              join balance b on b.owner = 'contributor:' || a.contributor_id
             where b.currency = :currency
             group by a.contributor_id
            having sum(b.available) >= :minimum
             order by a.contributor_id""";

    private static final String ADD = """
            insert into payout (payout_id, run_id, contributor_id, available_micros, micros,
                                account_id, sealed, state)
            select row.payout_id, :runId, a.contributor_id, row.available_micros, row.micros,
                   a.account_id, a.sealed, 'prepared'
              from json_to_recordset(cast(cast(:rows as text) as json))
                as row (payout_id uuid, contributor_id text, available_micros bigint,
                        micros bigint)
              join payout_account a on a.contributor_id = row.contributor_id""";

    private static final String PREPARED = """
            select p.payout_id, p.contributor_id, p.micros, a.account_id is not null
              from payout p left join payout_account a on a.account_id = p.account_id
             where p.run_id = :runId and p.state = 'prepared' order by p.payout_id""";

    /**
     * Whoever books takes the last links of the chains first, in this order, and then balances: so
     * the fold and runs wait for each other and do not block each other.
     */
    private static final String CHAINS = """
            select commons_id from chain_head
             where commons_id in (
                       select b.commons_id
                         from payout p
                         join balance b on b.owner = 'contributor:' || p.contributor_id
                        where p.run_id = :runId and b.currency = :currency)
             order by commons_id for update""";

    private static final String AVAILABLE = """
            select p.contributor_id, b.commons_id,
                   cast(least(b.available, 9223372036854775807) as bigint)
              from payout p
              join balance b on b.owner = 'contributor:' || p.contributor_id
             where p.run_id = :runId and b.currency = :currency
             order by b.commons_id, b.owner for update of b""";

    /** The fold writes the same rows: whoever waits longer than that gives way, and that is us. */
    private static final String GIVE_WAY = "set local lock_timeout = '500ms'";

    private static final String UPDATE = """
            update payout set state = row.state, reason = row.reason
              from json_to_recordset(cast(cast(:rows as text) as json))
                as row (payout_id uuid, state text, reason text)
             where payout.payout_id = row.payout_id""";

    private static final String DRAW = """
            insert into payout_draw (payout_id, commons_id, micros)
            select payout_id, commons_id, micros
              from json_to_recordset(cast(cast(:rows as text) as json))
                as row (payout_id uuid, commons_id text, micros bigint)""";

    private static final String LIST = """
            from PayoutRow where runId = :runId and payoutId > :after order by payoutId""";

    private static final String OF = "from PayoutRow where runId = :runId order by payoutId";

    private static final String DRAWS = """
            select d.payout_id, d.commons_id, d.micros
              from payout_draw d join payout p on p.payout_id = d.payout_id
             where p.run_id = :runId order by d.payout_id, d.commons_id""";

    private final Mutiny.SessionFactory sessions;
    private final SealedAccounts sealedAccounts;
    private final PayoutJson json;

    PostgresPayouts(
            Mutiny.SessionFactory sessions, SealedAccounts sealedAccounts, PayoutJson json) {
        this.sessions = sessions;
        this.sealedAccounts = sealedAccounts;
        this.json = json;
    }

    @Override
    public Uni<List<Payee>> payees(Terms terms, int countMax) {
        return sessions.withSession(session -> session.createNativeQuery(PAYEES, Tuple.class)
                        .setParameter("currency", terms.currency().getCurrencyCode())
                        .setParameter("minimum", terms.minimumMicros())
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Payee(
                                new ContributorId(row.get(0, String.class)),
                                row.get(1, Long.class)))
                        .toList());
    }

    @Override
    public Uni<Void> add(PayoutRunId runId, Map<Payout, Long> payouts) {
        return sessions.withTransaction(session -> session.createNativeQuery(ADD)
                .setParameter("runId", runId.value())
                .setParameter("rows", json.prepared(payouts))
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<List<Payout>> of(PayoutRunId runId) {
        return sessions.withSession(session -> tuples(session, DRAWS, runId)
                .map(PayoutRows::drawsByPayout)
                .chain(draws -> session.createQuery(OF, PayoutRow.class)
                        .setParameter("runId", runId.value())
                        .getResultList()
                        .map(rows -> PayoutRows.payouts(rows, draws))));
    }

    @Override
    public Uni<Map<Payout, Boolean>> prepared(PayoutRunId runId) {
        return sessions.withSession(session -> tuples(session, PREPARED, runId)).map(rows -> {
            Map<Payout, Boolean> prepared = new LinkedHashMap<>();
            rows.forEach(row -> prepared.put(PayoutRows.prepared(row), row.get(3, Boolean.class)));
            return prepared;
        });
    }

    @Override
    public Uni<Map<ContributorId, List<Draw>>> availableForChange(PayoutRun run) {
        return sessions.withTransaction(session -> session.createNativeQuery(GIVE_WAY)
                .executeUpdate()
                .chain(() -> ofRun(session, CHAINS, run))
                .chain(() -> ofRun(session, AVAILABLE, run))
                .map(PayoutRows::availableByContributor));
    }

    private static Uni<List<Tuple>> ofRun(Mutiny.Session session, String query, PayoutRun run) {
        return session.createNativeQuery(query, Tuple.class)
                .setParameter("runId", run.id().value())
                .setParameter("currency", run.terms().currency().getCurrencyCode())
                .getResultList();
    }

    private static Uni<List<Tuple>> tuples(
            Mutiny.Session session, String query, PayoutRunId runId) {
        return session.createNativeQuery(query, Tuple.class)
                .setParameter("runId", runId.value())
                .getResultList();
    }

    @Override
    public Uni<Void> update(List<Payout> payouts) {
        List<Payout> reserved = payouts.stream()
                .filter(payout -> payout.state() == Payout.State.RESERVED)
                .toList();
        return sessions.withTransaction(session -> session.createNativeQuery(UPDATE)
                .setParameter("rows", json.payouts(payouts))
                .executeUpdate()
                .chain(() -> session.createNativeQuery(DRAW)
                        .setParameter("rows", json.draws(reserved))
                        .executeUpdate())
                .replaceWithVoid());
    }

    @Override
    public Uni<List<Transfer>> list(PayoutRunId runId, Optional<UUID> after, int countMax) {
        return sessions.withSession(session -> session.createQuery(LIST, PayoutRow.class)
                        .setParameter("runId", runId.value())
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream().map(this::transfer).toList());
    }

    private Transfer transfer(PayoutRow row) {
        return new Transfer(
                PayoutRows.payout(row, List.of()),
                row.sealed == null ? null : sealedAccounts.open(row.contributorId, row.sealed));
    }
}
