package org.commonfold.payout.payment.application;

import static org.commonfold.payout.payment.domain.Rejection.NO_DEBTOR;
import static org.commonfold.payout.payment.domain.Rejection.UNKNOWN_RUN;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.payment.domain.Debtor;
import org.commonfold.payout.payment.domain.Decision;
import org.commonfold.payout.payment.domain.PaymentFile;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Transfer;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Hands out the file for the bank: the same one, however often. */
@ApplicationScoped
public class FetchPaymentFile {

    private static final int TRANSFERS_AT_ONCE = 100;

    private final PayoutRuns runs;
    private final Payouts payouts;
    private final PaymentFiles files;
    private final Debtors debtors;
    private final Clock clock;

    FetchPaymentFile(
            PayoutRuns runs, Payouts payouts, PaymentFiles files, Debtors debtors, Clock clock) {
        this.runs = runs;
        this.payouts = payouts;
        this.files = files;
        this.debtors = debtors;
        this.clock = clock;
    }

    /**
     * Notes, in the surrounding transaction, that a bank may have it from now on. Only when that
     * is committed may its content be read.
     */
    public Uni<Decision<PaymentFile>> open(PayoutRunId id) {
        return runs.findForChange(id)
                .chain(found -> found.map(this::open)
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_RUN))));
    }

    /** Whether there is a file to fetch, which changes nothing. */
    public Uni<Decision<PayoutRun>> look(PayoutRunId id) {
        return runs.find(id)
                .map(found -> found.map(this::look).orElse(Decision.reject(UNKNOWN_RUN)));
    }

    private Decision<PayoutRun> look(PayoutRun run) {
        Decision<PayoutRun> fetched = run.fetchFile(clock.instant());
        return fetched.fold(one -> fetched, () -> Decision.accept(run), reason -> fetched);
    }

    private Uni<Decision<PaymentFile>> open(PayoutRun run) {
        return run.fetchFile(clock.instant())
                .fold(
                        this::openFirst,
                        () -> runs.debtorOf(run.id()).chain(debtor -> file(run, debtor)),
                        reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    private Uni<Decision<PaymentFile>> openFirst(PayoutRun fetched) {
        Optional<Debtor> debtor = debtors.current();
        if (debtor.isEmpty()) {
            return Uni.createFrom().item(Decision.reject(NO_DEBTOR));
        }
        return runs.fetched(fetched, debtor.get()).chain(() -> file(fetched, debtor.get()));
    }

    private Uni<Decision<PaymentFile>> file(PayoutRun run, Debtor debtor) {
        return runs.totals(List.of(run.id()))
                .map(totals -> Decision.accept(PaymentFile.of(run, debtor, totals.get(run.id()))));
    }

    /** In parts, each read when it is asked for. */
    public Multi<byte[]> content(PaymentFile file) {
        Multi<byte[]> transfers = pages(file.run().id())
                .map(page -> files.transfers(
                        file, page.stream().filter(Transfer::isInFile).toList()));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(() -> files.opening(file)),
                        transfers.filter(part -> part.length > 0),
                        Multi.createFrom().item(files::closing));
    }

    private Multi<List<Transfer>> pages(PayoutRunId id) {
        AtomicReference<Optional<UUID>> last = new AtomicReference<>(Optional.empty());
        return Multi.createBy()
                .repeating()
                .uni(() -> payouts.list(id, last.get(), TRANSFERS_AT_ONCE).invoke(page -> {
                    if (!page.isEmpty()) {
                        Transfer end = page.get(page.size() - 1);
                        last.set(Optional.of(end.payout().id().value()));
                    }
                }))
                .whilst(page -> page.size() == TRANSFERS_AT_ONCE);
    }
}
