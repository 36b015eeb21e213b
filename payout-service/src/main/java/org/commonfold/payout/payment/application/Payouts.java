package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.domain.Draw;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Terms;
import org.commonfold.payout.payment.domain.Transfer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The payouts of runs, and what there is to draw on. */
public interface Payouts {

    /** Everybody with a payout account and that much available, by id, at most {@code countMax}. */
    Uni<List<Payee>> payees(Terms terms, int countMax);

    /**
     * Each with the account that its contributor has now; in the surrounding transaction.
     *
     * @param payouts with what was available to each payee, in micros
     */
    Uni<Void> add(PayoutRunId runId, Map<Payout, Long> payouts);

    /** By id, with their draws. */
    Uni<List<Payout>> of(PayoutRunId runId);

    /** By id, with whether the account they were prepared for is still the contributor's. */
    Uni<Map<Payout, Boolean>> prepared(PayoutRunId runId);

    /**
     * What the people of a run have available in its currency, in each commons. Whoever else moves
     * these balances waits until the surrounding transaction ends; if this one would have to wait
     * for long, it fails and may be tried again.
     */
    Uni<Map<ContributorId, List<Draw>>> availableForChange(PayoutRun run);

    /** Their states, and what they draw on, if that is new; in the surrounding transaction. */
    Uni<Void> update(List<Payout> payouts);

    /** In the order of their ids, at most {@code countMax}, after the one given if any. */
    Uni<List<Transfer>> list(PayoutRunId runId, Optional<UUID> after, int countMax);
}
