package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Settlement;

import java.util.Optional;

/** The reports that were taken. */
public interface ReadReports {

    /**
     * What is kept of a report.
     *
     * @param digest SHA-256 of its bytes
     * @param readBy which treasurer handed it in; null for those read before that was kept
     */
    record ReadReport(
            String messageId,
            byte[] digest,
            PayoutRunId runId,
            String readBy,
            int paid,
            int returned,
            int unchanged) {

        static ReadReport of(
                TakeStatusReport.Received report, PayoutRunId runId, Settlement settlement) {
            return new ReadReport(
                    report.report().messageId(),
                    report.digest(),
                    runId,
                    report.treasurer(),
                    settlement.paid(),
                    settlement.returned(),
                    settlement.unchanged());
        }
    }

    /**
     * Others who ask for one of the same name wait until the surrounding transaction ends: it may
     * be about another run.
     */
    Uni<Optional<ReadReport>> findForChange(String messageId);

    /** In the surrounding transaction. */
    Uni<Void> add(ReadReport report);
}
