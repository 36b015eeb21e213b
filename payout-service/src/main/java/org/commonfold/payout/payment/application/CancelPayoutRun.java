package org.commonfold.payout.payment.application;

import static org.commonfold.payout.payment.domain.Rejection.UNKNOWN_RUN;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.payment.domain.Decision;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Reserving;

import java.time.Clock;

/** Takes a run back, as long as no bank can have its file. */
@ApplicationScoped
public class CancelPayoutRun {

    private final Reserving reserving = new Reserving();
    private final PayoutRuns runs;
    private final Payouts payouts;
    private final PayoutBooks books;
    private final Clock clock;

    CancelPayoutRun(PayoutRuns runs, Payouts payouts, PayoutBooks books, Clock clock) {
        this.runs = runs;
        this.payouts = payouts;
        this.books = books;
        this.clock = clock;
    }

    /** What was reserved is available again. */
    public Uni<Decision<PayoutRun>> cancel(PayoutRunId id) {
        return runs.findForChange(id)
                .chain(found -> found.map(this::cancel)
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_RUN))));
    }

    private Uni<Decision<PayoutRun>> cancel(PayoutRun run) {
        return run.cancel(clock.instant())
                .fold(
                        this::giveBack,
                        () -> Uni.createFrom().item(Decision.accept(run)),
                        reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    private Uni<Decision<PayoutRun>> giveBack(PayoutRun cancelled) {
        String currency = cancelled.terms().currency().getCurrencyCode();
        return payouts.availableForChange(cancelled)
                .chain(() -> payouts.of(cancelled.id()))
                .map(all -> reserving.cancel(currency, all))
                .chain(settled -> books.write(cancelled, settled));
    }
}
