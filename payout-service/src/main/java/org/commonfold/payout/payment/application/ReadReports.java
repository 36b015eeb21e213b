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
     */
    record ReadReport(
            String messageId,
            byte[] digest,
            PayoutRunId runId,
            int paid,
            int returned,
            int unchanged) {

        static ReadReport of(
                String messageId, byte[] digest, PayoutRunId runId, Settlement settlement) {
            return new ReadReport(
                    messageId,
                    digest,
                    runId,
                    settlement.paid(),
                    settlement.returned(),
                    settlement.unchanged());
        }
    }

    Uni<Optional<ReadReport>> find(String messageId);

    /** In the surrounding transaction. */
    Uni<Void> add(ReadReport report);
}
