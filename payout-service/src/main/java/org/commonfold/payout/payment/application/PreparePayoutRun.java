package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.payout.payment.domain.Decision;
import org.commonfold.payout.payment.domain.MinorUnits;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.PayoutId;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Rejection;
import org.commonfold.payout.payment.domain.Terms;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out whom a payout run would pay, and how much. Nothing moves. */
@ApplicationScoped
public class PreparePayoutRun {

    /** Who comes later, by contributor id, is for the next run. */
    public static final int PAYOUTS_MAX = 20_000;

    private final PayoutRuns runs;
    private final Payouts payouts;
    private final Ids ids;
    private final Clock clock;

    PreparePayoutRun(PayoutRuns runs, Payouts payouts, Ids ids, Clock clock) {
        this.runs = runs;
        this.payouts = payouts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Everybody with a payout account who has the minimum available. */
    public Uni<Decision<PayoutRun>> prepare(Terms terms, String treasurer) {
        PayoutRunId id = new PayoutRunId(ids.next());
        PayoutRun run = PayoutRun.prepared(id, terms, treasurer, clock.instant());
        return payouts.payees(terms, PAYOUTS_MAX)
                .chain(payees -> payees.isEmpty()
                        ? Uni.createFrom().item(Decision.reject(Rejection.NOBODY_TO_PAY))
                        : add(run, payees).replaceWith(Decision.accept(run)));
    }

    private Uni<Void> add(PayoutRun run, List<Payee> payees) {
        Map<Payout, Long> prepared = new LinkedHashMap<>();
        payees.forEach(
                payee -> prepared.put(prepared(run.terms(), payee), payee.availableMicros()));
        return runs.add(run).chain(() -> payouts.add(run.id(), prepared));
    }

    private Payout prepared(Terms terms, Payee payee) {
        long micros = MinorUnits.payable(payee.availableMicros(), terms.currency());
        return Payout.prepared(new PayoutId(ids.next()), payee.contributorId(), micros);
    }
}
