package org.commonfold.payout.payment.application;

import static org.commonfold.payout.payment.domain.Rejection.NOTHING_RESERVED;
import static org.commonfold.payout.payment.domain.Rejection.UNKNOWN_RUN;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.payment.domain.Decision;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Settled;
import org.commonfold.payout.payment.domain.Settling;

import java.time.Clock;
import java.util.List;

/** Ends a run whose bank says nothing, when two treasurers say the same of it. */
@ApplicationScoped
public class SettlePayoutRun {

    private final Settling settling = new Settling();
    private final PayoutRuns runs;
    private final Payouts payouts;
    private final PayoutBooks books;
    private final Clock clock;

    SettlePayoutRun(PayoutRuns runs, Payouts payouts, PayoutBooks books, Clock clock) {
        this.runs = runs;
        this.payouts = payouts;
        this.books = books;
        this.clock = clock;
    }

    /**
     * All of it in the surrounding transaction.
     *
     * @param outcome paid, or returned
     */
    public Uni<Decision<PayoutRun>> settle(PayoutRunId id, Payout.State outcome, String treasurer) {
        return runs.findForChange(id)
                .chain(found -> found.map(run -> settle(run, outcome, treasurer))
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_RUN))));
    }

    private Uni<Decision<PayoutRun>> settle(PayoutRun run, Payout.State outcome, String treasurer) {
        return run.settle(outcome, treasurer, clock.instant())
                .fold(
                        said -> payouts.availableForChange(said)
                                .chain(() -> payouts.of(said.id()))
                                .chain(all -> write(said, all)),
                        () -> Uni.createFrom().item(Decision.accept(run)),
                        reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    private Uni<Decision<PayoutRun>> write(PayoutRun said, List<Payout> all) {
        Settled settled = settling.agreed(said, all).settled();
        if (settled.payouts().isEmpty()) {
            return Uni.createFrom().item(Decision.reject(NOTHING_RESERVED));
        }
        return said.settlement().isAgreed()
                ? books.write(said, settled)
                : runs.update(said).replaceWith(Decision.accept(said));
    }
}
