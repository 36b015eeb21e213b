package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.payment.domain.Debtor;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Total;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All payout runs there are. */
public interface PayoutRuns {

    Uni<Optional<PayoutRun>> find(PayoutRunId id);

    /** Others who ask for a change wait until the surrounding transaction ends. */
    Uni<Optional<PayoutRun>> findForChange(PayoutRunId id);

    /** In the order of their ids, at most {@code countMax}, after the one given if any. */
    Uni<List<PayoutRun>> list(Optional<UUID> after, int countMax);

    /** By the state of their payouts; runs without any are left out. */
    Uni<Map<PayoutRunId, List<Total>>> totals(List<PayoutRunId> ids);

    /** In the surrounding transaction. */
    Uni<Void> add(PayoutRun run);

    /** In the surrounding transaction. */
    Uni<Void> update(PayoutRun run);

    /** Its file is about to be handed out, and pays from this account for ever. */
    Uni<Void> fetched(PayoutRun run, Debtor debtor);

    /** From which account its file pays; null of one that was restored. */
    Uni<Debtor> debtorOf(PayoutRunId id);
}
