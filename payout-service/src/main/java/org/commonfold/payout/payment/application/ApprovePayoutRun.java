package org.commonfold.payout.payment.application;

import static org.commonfold.payout.payment.domain.Rejection.UNKNOWN_RUN;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.payment.domain.Decision;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Reserving;

import java.time.Clock;

/** The second pair of eyes: sets the money of a run aside. */
@ApplicationScoped
public class ApprovePayoutRun {

    private final Reserving reserving = new Reserving();
    private final PayoutRuns runs;
    private final Payouts payouts;
    private final PayoutBooks books;
    private final Clock clock;

    ApprovePayoutRun(PayoutRuns runs, Payouts payouts, PayoutBooks books, Clock clock) {
        this.runs = runs;
        this.payouts = payouts;
        this.books = books;
        this.clock = clock;
    }

    /** All of it in the surrounding transaction: a run is never half reserved. */
    public Uni<Decision<PayoutRun>> approve(PayoutRunId id, String treasurer) {
        return runs.findForChange(id)
                .chain(found -> found.map(run -> approve(run, treasurer))
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_RUN))));
    }

    private Uni<Decision<PayoutRun>> approve(PayoutRun run, String treasurer) {
        return run.approve(treasurer, clock.instant())
                .fold(
                        this::reserve,
                        () -> Uni.createFrom().item(Decision.accept(run)),
                        reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    private Uni<Decision<PayoutRun>> reserve(PayoutRun approved) {
        String currency = approved.terms().currency().getCurrencyCode();
        return payouts.prepared(approved.id())
                .chain(prepared -> payouts.availableForChange(approved)
                        .map(available -> reserving.reserve(currency, prepared, available)))
                .chain(decision -> decision.fold(
                        settled -> books.write(approved, settled),
                        () -> Uni.createFrom().item(Decision.nothingNew()),
                        reason -> Uni.createFrom().item(Decision.reject(reason))));
    }
}
