package org.commonfold.payout.payment.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import org.commonfold.kit.paging.Keyset;
import org.commonfold.payout.payment.application.PayoutRuns;
import org.commonfold.payout.payment.domain.Debtor;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Total;
import org.hibernate.reactive.mutiny.Mutiny;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresPayoutRuns implements PayoutRuns {

    private static final String LIST = "from PayoutRunRow where runId > :after order by runId";

    private static final String TOTALS = """
            select runId, state, count(*), sum(cast(micros as big_decimal)) from PayoutRow
             where runId in :ids group by runId, state order by state""";

    private final Mutiny.SessionFactory sessions;
    private final SealedAccounts sealedAccounts;

    PostgresPayoutRuns(Mutiny.SessionFactory sessions, SealedAccounts sealedAccounts) {
        this.sessions = sessions;
        this.sealedAccounts = sealedAccounts;
    }

    @Override
    public Uni<Optional<PayoutRun>> find(PayoutRunId id) {
        return sessions.withSession(session -> session.find(PayoutRunRow.class, id.value()))
                .map(row -> Optional.ofNullable(row).map(PayoutRunRows::run));
    }

    @Override
    public Uni<Optional<PayoutRun>> findForChange(PayoutRunId id) {
        return sessions.withTransaction(session -> session.find(
                        PayoutRunRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(row -> Optional.ofNullable(row).map(PayoutRunRows::run));
    }

    @Override
    public Uni<List<PayoutRun>> list(Optional<UUID> after, int countMax) {
        return sessions.withSession(session -> session.createQuery(LIST, PayoutRunRow.class)
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream().map(PayoutRunRows::run).toList());
    }

    @Override
    public Uni<Map<PayoutRunId, List<Total>>> totals(List<PayoutRunId> ids) {
        return sessions.withSession(session -> session.createQuery(TOTALS, Tuple.class)
                        .setParameter(
                                "ids", ids.stream().map(PayoutRunId::value).toList())
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(groupingBy(
                                row -> new PayoutRunId(row.get(0, UUID.class)),
                                mapping(PostgresPayoutRuns::total, toList()))));
    }

    private static Total total(Tuple row) {
        return new Total(
                Payout.State.of(row.get(1, String.class)),
                row.get(2, Long.class),
                row.get(3, BigDecimal.class));
    }

    @Override
    public Uni<Void> add(PayoutRun run) {
        PayoutRunRow row = new PayoutRunRow();
        PayoutRunRows.fill(row, run);
        // Its payouts, which are written past Hibernate, refer to it.
        return sessions.withTransaction(session -> session.persist(row).chain(session::flush));
    }

    @Override
    public Uni<Void> update(PayoutRun run) {
        return sessions.withTransaction(
                session -> session.find(PayoutRunRow.class, run.id().value())
                        .invoke(row -> PayoutRunRows.fill(row, run))
                        .replaceWithVoid());
    }

    @Override
    public Uni<Void> fetched(PayoutRun run, Debtor debtor) {
        return sessions.withTransaction(session -> session.find(
                        PayoutRunRow.class, run.id().value())
                .invoke(row -> PayoutRunRows.fill(row, run))
                .invoke(row -> row.debtor = sealedAccounts.sealDebtor(run.id(), debtor))
                .replaceWithVoid());
    }

    @Override
    public Uni<Debtor> debtorOf(PayoutRunId id) {
        return sessions.withSession(session -> session.find(PayoutRunRow.class, id.value()))
                .map(row -> row.debtor == null ? null : sealedAccounts.openDebtor(id, row.debtor));
    }
}
