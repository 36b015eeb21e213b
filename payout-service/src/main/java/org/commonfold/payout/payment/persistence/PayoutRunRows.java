package org.commonfold.payout.payment.persistence;

import org.commonfold.payout.payment.domain.AgreedSettlement;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Terms;

import java.util.Currency;
import java.util.Locale;

/** A payout run as a row, and back. */
final class PayoutRunRows {

    private PayoutRunRows() {}

    static void fill(PayoutRunRow row, PayoutRun run) {
        row.runId = run.id().value();
        row.currency = run.terms().currency().getCurrencyCode();
        row.minimumMicros = run.terms().minimumMicros();
        row.executionDate = run.terms().executionDate();
        row.state = run.state().name().toLowerCase(Locale.ROOT);
        row.preparedBy = run.preparedBy();
        row.preparedAt = run.preparedAt();
        row.approvedBy = run.approvedBy();
        row.approvedAt = run.approvedAt();
        row.fileFetchedAt = run.fileFetchedAt();
        row.cancelledAt = run.cancelledAt();
        row.eventCount = run.eventCount();
        if (run.settlement() != null) {
            fill(row, run.settlement());
        }
    }

    private static void fill(PayoutRunRow row, AgreedSettlement settlement) {
        row.settlementOutcome = settlement.outcome().kebab();
        row.settlementProposedBy = settlement.proposedBy();
        row.settlementProposedAt = settlement.proposedAt();
        row.settlementAgreedBy = settlement.agreedBy();
        row.settlementAgreedAt = settlement.agreedAt();
    }

    private static AgreedSettlement settlement(PayoutRunRow row) {
        return row.settlementOutcome == null
                ? null
                : new AgreedSettlement(
                        Payout.State.of(row.settlementOutcome),
                        row.settlementProposedBy,
                        row.settlementProposedAt,
                        row.settlementAgreedBy,
                        row.settlementAgreedAt);
    }

    static PayoutRun run(PayoutRunRow row) {
        return new PayoutRun(
                new PayoutRunId(row.runId),
                new Terms(Currency.getInstance(row.currency), row.minimumMicros, row.executionDate),
                PayoutRun.State.valueOf(row.state.toUpperCase(Locale.ROOT)),
                row.preparedBy,
                row.preparedAt,
                row.approvedBy,
                row.approvedAt,
                row.fileFetchedAt,
                row.cancelledAt,
                settlement(row),
                row.eventCount);
    }
}
