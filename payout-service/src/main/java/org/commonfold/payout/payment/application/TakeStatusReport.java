package org.commonfold.payout.payment.application;

import static org.commonfold.payout.payment.domain.Rejection.REPORT_REUSED;
import static org.commonfold.payout.payment.domain.Rejection.UNKNOWN_RUN;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.payment.application.ReadReports.ReadReport;
import org.commonfold.payout.payment.domain.Decision;
import org.commonfold.payout.payment.domain.PaymentFile;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.ReportError;
import org.commonfold.payout.payment.domain.Settlement;
import org.commonfold.payout.payment.domain.Settling;
import org.commonfold.payout.payment.domain.StatusReport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes what a bank reports: paid, or returned. */
@ApplicationScoped
public class TakeStatusReport {

    /**
     * What came of it.
     *
     * @param report what was written down; null when it was refused for its errors
     * @param isReplay whether it had been taken before
     */
    public record Taken(ReadReport report, boolean isReplay, List<ReportError> errors) {

        static Taken now(ReadReport report) {
            return new Taken(report, false, List.of());
        }

        static Taken before(ReadReport report) {
            return new Taken(report, true, List.of());
        }

        static Taken refused(List<ReportError> errors) {
            return new Taken(null, false, errors);
        }
    }

    /**
     * A report as it was handed in.
     *
     * @param digest SHA-256 of its bytes: the same report again changes nothing
     * @param treasurer who handed it in
     */
    public record Received(StatusReport report, byte[] digest, String treasurer) {}

    private final Settling settling = new Settling();
    private final PayoutRuns runs;
    private final Payouts payouts;
    private final ReadReports reports;
    private final PayoutBooks books;

    TakeStatusReport(PayoutRuns runs, Payouts payouts, ReadReports reports, PayoutBooks books) {
        this.runs = runs;
        this.payouts = payouts;
        this.reports = reports;
        this.books = books;
    }

    /** All of it in the surrounding transaction, or nothing. */
    public Uni<Decision<Taken>> take(Received received) {
        Optional<PayoutRunId> id = PayoutRunId.ofReference(received.report().originalMessageId());
        if (id.isEmpty()) {
            return Uni.createFrom().item(Decision.reject(UNKNOWN_RUN));
        }
        // The run first: of two equal reports at once, the second then finds the first.
        return runs.findForChange(id.get())
                .chain(found -> found.filter(PayoutRun::mayBeAtABank)
                        .map(run -> take(received, run))
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_RUN))));
    }

    private Uni<Decision<Taken>> take(Received received, PayoutRun run) {
        return reports.findForChange(received.report().messageId())
                .chain(former -> former.isPresent()
                        ? Uni.createFrom().item(again(former.get(), received.digest()))
                        : takeFirst(received, run));
    }

    private static Decision<Taken> again(ReadReport former, byte[] digest) {
        return Arrays.equals(former.digest(), digest)
                ? Decision.accept(Taken.before(former))
                : Decision.reject(REPORT_REUSED);
    }

    private Uni<Decision<Taken>> takeFirst(Received received, PayoutRun run) {
        return runs.debtorOf(run.id())
                .chain(debtor -> runs.totals(List.of(run.id()))
                        .map(totals -> PaymentFile.of(run, debtor, totals.get(run.id()))))
                .chain(file -> payouts.availableForChange(run)
                        .chain(() -> payouts.of(run.id()))
                        .map(all -> settling.settle(received.report(), file, all)))
                .chain(settlement -> write(received, run, settlement));
    }

    private Uni<Decision<Taken>> write(Received received, PayoutRun run, Settlement settlement) {
        if (!settlement.errors().isEmpty()) {
            return Uni.createFrom().item(Decision.accept(Taken.refused(settlement.errors())));
        }
        ReadReport kept = ReadReport.of(received, run.id(), settlement);
        return books.write(run, settlement.settled())
                .chain(written -> written.fold(
                        after -> reports.add(kept).replaceWith(Decision.accept(Taken.now(kept))),
                        () -> Uni.createFrom().item(Decision.nothingNew()),
                        reason -> Uni.createFrom().item(Decision.reject(reason))));
    }
}
