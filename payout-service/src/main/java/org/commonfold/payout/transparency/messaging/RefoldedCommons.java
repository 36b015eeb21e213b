package org.commonfold.payout.transparency.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.transparency.application.Entries;
import org.commonfold.payout.transparency.application.PastCommons;
import org.commonfold.payout.transparency.application.TryLater;
import org.commonfold.payout.transparency.domain.CharterPreview;
import org.commonfold.payout.transparency.domain.LedgerEntry;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Folds a commons again from the beginning of its partition, or from where the last request left it
 * (docs/adr/0012). It needs nothing of the fold that writes the ledger: any replica answers for any
 * commons, and no question ever holds up the ledger.
 */
@ApplicationScoped
class RefoldedCommons implements PastCommons {

    private final LogStretch log;
    private final Entries entries;
    private final TransparencySettings settings;
    private final KeptRefolds kept;
    private final ThreadPoolExecutor workers;

    RefoldedCommons(LogStretch log, Entries entries, TransparencySettings settings) {
        this.log = log;
        this.entries = entries;
        this.settings = settings;
        this.kept = new KeptRefolds(settings.keptEvents());
        this.workers = new ThreadPoolExecutor(
                settings.foldsAtOnce(),
                settings.foldsAtOnce(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(settings.foldsWaiting()));
        workers.allowCoreThreadTimeOut(true);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    @Override
    public <T> Uni<T> before(
            CommonsId id,
            LedgerEntry.Place place,
            BiFunction<CommonsFold, CommonsEvent, T> question) {
        return entries.declarations(id)
                .chain(declarations ->
                        onWorker(() -> askBefore(id, place, declarations, question)));
    }

    private <T> T askBefore(
            CommonsId id,
            LedgerEntry.Place place,
            Set<Long> declarations,
            BiFunction<CommonsFold, CommonsEvent, T> question) {
        return withRefold(id, null, place.offset(), refold -> {
            Event event = new Event();
            read(place.partition(), refold.next(), place.offset() + 1, record -> {
                if (record.offset() < place.offset()) {
                    refold.fold(record, declarations);
                } else {
                    event.is = refold.events().event(record).orElseThrow();
                }
            });
            refold.standsAt(place.offset());
            return question.apply(refold.commons().orElseThrow(), event.is);
        });
    }

    /** One that something went wrong with is not kept for the next request. */
    private <T> T withRefold(CommonsId id, Charter under, long offset, Function<Refold, T> use) {
        Refold refold = kept.take(id, under, offset);
        try {
            T answer = use.apply(refold);
            kept.putBack(refold);
            return answer;
        } catch (TryLater notAtTheEnd) {
            kept.putBack(refold);
            throw notAtTheEnd;
        }
    }

    /** What the record at the place says. */
    private static final class Event {
        private CommonsEvent is;
    }

    @Override
    public <T> Uni<Optional<T>> now(
            CommonsId id, BiFunction<CommonsFold, LedgerEntry.Place, T> question) {
        return atTheEnd(
                id,
                null,
                (refold, end) -> refold.commons().map(commons -> question.apply(commons, end)));
    }

    @Override
    public <T> Uni<Optional<T>> under(
            Charter charter, CommonsId id, Function<CharterPreview, T> question) {
        return atTheEnd(id, charter, (refold, end) -> refold.preview().map(question));
    }

    private <T> Uni<Optional<T>> atTheEnd(
            CommonsId id,
            Charter under,
            BiFunction<Refold, LedgerEntry.Place, Optional<T>> question) {
        return entries.readUntil(id)
                .chain(end -> end.map(place -> atPlace(place, id, under, question))
                        .orElse(Uni.createFrom().item(Optional.empty())));
    }

    private <T> Uni<T> atPlace(
            LedgerEntry.Place end,
            CommonsId id,
            Charter under,
            BiFunction<Refold, LedgerEntry.Place, T> question) {
        return entries.declarations(id)
                .chain(declarations ->
                        onWorker(() -> askAt(end, id, under, declarations, question)));
    }

    private <T> T askAt(
            LedgerEntry.Place end,
            CommonsId id,
            Charter under,
            Set<Long> declarations,
            BiFunction<Refold, LedgerEntry.Place, T> question) {
        return withRefold(id, under, end.offset(), refold -> {
            read(
                    end.partition(),
                    refold.next(),
                    end.offset(),
                    record -> refold.fold(record, declarations));
            refold.standsAt(end.offset());
            return question.apply(refold, end);
        });
    }

    private void read(
            int partition, long from, long until, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        long deadline = System.nanoTime() + settings.foldPatience().toNanos();
        if (from < until && !log.read(partition, from, until, deadline, reader)) {
            throw new TryLater("There is more of the log to read than one request may");
        }
    }

    /** Back on the event loop it was asked for on. */
    private <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(workers)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> new TryLater("Too many are asking of the past at once"))
                .emitOn(MutinyHelper.executor(Vertx.currentContext()));
    }
}
