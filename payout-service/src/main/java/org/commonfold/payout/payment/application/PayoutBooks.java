package org.commonfold.payout.payment.application;

import static org.commonfold.payout.payment.domain.Rejection.LEDGER_IS_RESTORED;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.application.Ledger;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.payment.domain.Decision;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.Settled;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes down what a step of a run came to: entries, states and events, all or none. */
@ApplicationScoped
class PayoutBooks {

    private final Ledger ledger;
    private final Payouts payouts;
    private final PayoutRuns runs;
    private final PayoutEvents events;
    private final EntrySequences sequences;
    private final Restoring restoring;
    private final Clock clock;

    PayoutBooks(
            Ledger ledger,
            Payouts payouts,
            PayoutRuns runs,
            PayoutEvents events,
            EntrySequences sequences,
            Restoring restoring,
            Clock clock) {
        this.ledger = ledger;
        this.payouts = payouts;
        this.runs = runs;
        this.events = events;
        this.sequences = sequences;
        this.restoring = restoring;
        this.clock = clock;
    }

    /**
     * In the surrounding transaction. Gives the run as it is afterwards. Refused while earlier
     * payouts of a commons concerned wait to be booked again: entries have their order.
     */
    Uni<Decision<PayoutRun>> write(PayoutRun run, Settled settled) {
        Set<CommonsId> concerned = settled.movements().stream()
                .map(PayoutMovement::commonsId)
                .collect(Collectors.toSet());
        return restoring
                .concerns(concerned)
                .chain(waits -> waits
                        ? Uni.createFrom().item(Decision.reject(LEDGER_IS_RESTORED))
                        : book(run, settled).map(Decision::accept));
    }

    private Uni<PayoutRun> book(PayoutRun run, Settled settled) {
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
