package org.commonfold.payout.payment.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of taking a bank's report. A line speaks for its payment; a status of the whole file or
 * instruction for those that no line is about and that are still reserved. What is paid may still
 * come back; what came back is over: its money may have been paid out again since.
 */
public final class Settling {

    private static final String BANK_REJECTED = "bank-rejected";

    /** What came of one report, in the making. */
    private static final class Working {
        private final Map<String, Payout> unspoken = new HashMap<>();
        private final Map<String, Payout> inFile = new HashMap<>();
        private final List<Payout> payouts = new ArrayList<>();
        private final List<PayoutMovement> movements = new ArrayList<>();
        private final String currency;
        private int unchanged;

        Working(PaymentFile file, List<Payout> ofRun) {
            this.currency = file.run().terms().currency().getCurrencyCode();
            for (Payout payout : ofRun) {
                if (payout.state().isInFile()) {
                    inFile.put(payout.id().endToEndId(), payout);
                }
            }
            unspoken.putAll(inFile);
        }

        void apply(Payout payout, BankVerdict verdict, String bankReason) {
            Payout.State state = payout.state();
            if (verdict == BankVerdict.PAID && state == Payout.State.RESERVED) {
                payouts.add(payout.paid());
                payout.draws()
                        .forEach(draw -> movements.add(new PayoutMovement.Paid(
                                payout.id(), payout.contributorId(), draw, currency)));
            } else if (verdict == BankVerdict.RETURNED && state != Payout.State.RETURNED) {
                payouts.add(payout.returned(bankReason == null ? BANK_REJECTED : bankReason));
                payout.draws()
                        .forEach(draw -> movements.add(new PayoutMovement.Returned(
                                payout.id(),
                                payout.contributorId(),
                                draw,
                                currency,
                                state == Payout.State.PAID,
                                BANK_REJECTED,
                                bankReason)));
            } else {
                unchanged++;
            }
        }

        Settlement settlement() {
            int paid = (int) payouts.stream()
                    .filter(payout -> payout.state() == Payout.State.PAID)
                    .count();
            return new Settlement(
                    List.of(),
                    new Settled(payouts, movements),
                    paid,
                    payouts.size() - paid,
                    unchanged);
        }
    }

    /**
     * @param file what the bank had been given
     * @param ofRun all payouts of the run
     */
    public Settlement settle(StatusReport report, PaymentFile file, List<Payout> ofRun) {
        Working working = new Working(file, ofRun);
        List<ReportError> errors = new ArrayList<>();
        report.levels().forEach(level -> ReportCheck.level(level, file, errors));
        for (StatusReport.Line line : report.lines()) {
            Payout payout = working.inFile.get(line.endToEndId());
            boolean isFirst = working.unspoken.remove(line.endToEndId()) != null;
            if (ReportCheck.line(line, payout, file, errors) && isFirst) {
                BankVerdict.of(line.status())
                        .ifPresent(verdict -> working.apply(payout, verdict, line.reason()));
            } else if (payout != null && !isFirst) {
                errors.add(new ReportError(line.endToEndId(), "is there twice"));
            }
        }
        report.levels().forEach(level -> applyToRest(level, working));
        return errors.isEmpty() ? working.settlement() : Settlement.refused(errors);
    }

    private static void applyToRest(StatusReport.Level level, Working working) {
        BankVerdict verdict = level.status() == null
                ? BankVerdict.PENDING
                : BankVerdict.of(level.status()).orElse(BankVerdict.PENDING);
        if (verdict == BankVerdict.PENDING) {
            return;
        }
        List<Payout> rest = working.unspoken.values().stream()
                .filter(payout -> payout.state() == Payout.State.RESERVED)
                .toList();
        rest.forEach(payout -> working.apply(payout, verdict, level.reason()));
        // One level decides: the file and its one instruction say the same of a payment.
        working.unspoken.clear();
    }
}
