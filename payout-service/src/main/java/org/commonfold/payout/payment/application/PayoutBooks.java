package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.Ledger;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.Settled;

import java.util.List;

/** Writes down what a step of a run came to: entries, states and events, all or none. */
@ApplicationScoped
class PayoutBooks {

    private final Ledger ledger;
    private final Payouts payouts;
    private final PayoutRuns runs;
    private final PayoutEvents events;

    PayoutBooks(Ledger ledger, Payouts payouts, PayoutRuns runs, PayoutEvents events) {
        this.ledger = ledger;
        this.payouts = payouts;
        this.runs = runs;
        this.events = events;
    }

    /** In the surrounding transaction. Gives the run as it is afterwards. */
    Uni<PayoutRun> write(PayoutRun run, Settled settled) {
        List<PayoutMovement> movements = settled.movements();
        PayoutRun after = run.withEvents(movements.size());
        return payouts.update(settled.payouts())
                .chain(() ->
                        ledger.book(movements.stream().map(PayoutBooks::booked).toList()))
                .chain(() -> events.record(run, movements))
                .chain(() -> runs.update(after))
                .replaceWith(after);
    }

    private static BookedEntry booked(PayoutMovement movement) {
        return BookedEntry.ofPayout(
                movement.entryId(), movement.entry(), movement.payoutId().value());
    }
}
