package org.commonfold.payout.restore.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.EarlierPayouts;
import org.commonfold.payout.payment.application.LoggedMovement;
import org.commonfold.payout.replay.application.BothLogs;
import org.commonfold.payout.restore.domain.Interleaving;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Books again, at their old places, the payouts of a ledger that was lost: payout.log tells what
 * they were and where they stood.
 */
@ApplicationScoped
class RestorePayouts implements EarlierPayouts {

    private final ToRestore toRestore;
    private final BothLogs logs;

    /** Nothing is added to what waits, so that once it is empty it stays so. */
    private volatile boolean nothingWaits;

    RestorePayouts(ToRestore toRestore, BothLogs logs) {
        this.toRestore = toRestore;
        this.logs = logs;
    }

    @Override
    public void learn() {
        if (!nothingWaits) {
            toRestore.learnOnce(this::read);
        }
    }

    private void read(Consumer<LoggedMovement> to) {
        BothLogs.Reader reader = new BothLogs.Reader() {
            @Override
            public void read() {
                // How far it is, nobody asks.
            }

            @Override
            public void entry(BookedEntry entry, long sequence) {
                throw new IllegalStateException("Not of a payout: " + entry.id());
            }

            @Override
            public void payout(LoggedMovement told) {
                to.accept(told);
            }
        };
        logs.payoutLogEnds().forEach((partition, end) -> logs.payouts(partition, end, reader));
    }

    @Override
    public Uni<List<BookedEntry>> among(List<BookedEntry> entries) {
        if (nothingWaits || entries.isEmpty()) {
            return Uni.createFrom().item(entries);
        }
        return toRestore.hasAny().chain(any -> {
            nothingWaits = !any;
            return any ? interleaved(entries) : Uni.createFrom().item(entries);
        });
    }

    private Uni<List<BookedEntry>> interleaved(List<BookedEntry> entries) {
        List<String> ids = entries.stream()
                .map(RestorePayouts::commonsOf)
                .distinct()
                .sorted()
                .toList();
        return toRestore
                .lengths(ids)
                .chain(lengths ->
                        toRestore.of(ids).map(waiting -> interleaved(entries, lengths, waiting)))
                .call(toRestore::remove);
    }

    private static List<BookedEntry> interleaved(
            List<BookedEntry> entries, Map<String, Long> lengths, List<ToRestore.Waiting> waiting) {
        List<Interleaving.Placed<BookedEntry>> placed = waiting.stream()
                .map(one -> new Interleaving.Placed<>(one.entry(), one.sequence()))
                .toList();
        return new Interleaving<>(RestorePayouts::commonsOf, lengths, placed).with(entries);
    }

    private static String commonsOf(BookedEntry entry) {
        return entry.entry().commonsId().value();
    }
}
