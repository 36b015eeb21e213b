package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.application.Ledger;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.Settled;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes down what a step of a run came to: entries, states and events, all or none. */
@ApplicationScoped
class PayoutBooks {

    private final Ledger ledger;
    private final Payouts payouts;
    private final PayoutRuns runs;
    private final PayoutEvents events;
    private final EntrySequences sequences;
    private final Clock clock;

    PayoutBooks(
            Ledger ledger,
            Payouts payouts,
            PayoutRuns runs,
            PayoutEvents events,
            EntrySequences sequences,
            Clock clock) {
        this.ledger = ledger;
        this.payouts = payouts;
        this.runs = runs;
        this.events = events;
        this.sequences = sequences;
        this.clock = clock;
    }

    /** In the surrounding transaction. Gives the run as it is afterwards. */
    Uni<PayoutRun> write(PayoutRun run, Settled settled) {
        List<PayoutMovement> movements = settled.movements();
        PayoutRun after = run.withEvents(movements.size());
        Instant now = clock.instant();
        return payouts.update(settled.payouts())
                .chain(() -> ledger.book(movements.stream()
                        .map(one -> BookedMovement.entryOf(one, now))
                        .toList()))
                .chain(() -> sequences.of(
                        movements.stream().map(PayoutMovement::entryId).toList()))
                .chain(places -> events.record(run, told(movements, places, now)))
                .chain(() -> runs.update(after))
                .replaceWith(after);
    }

    private static List<BookedMovement> told(
            List<PayoutMovement> movements, Map<UUID, Long> places, Instant now) {
        return movements.stream()
                .map(one -> new BookedMovement(one, places.get(one.entryId()), now))
                .toList();
    }
}
