package org.commonfold.payout.payment.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of taking a bank's report. Of a payment counts what is said nearest to it: in its own
 * line, else of the instruction it is in, else of the whole file. What is paid may still come back;
 * what came back is over: its money may have been paid out again since.
 */
public final class Settling {

    private static final String BANK_REJECTED = "bank-rejected";
    private static final String TREASURERS_AGREED = "treasurers-agreed";

    /** What came of one report, in the making. */
    private static final class Working {
        private final List<Payout> payouts = new ArrayList<>();
        private final List<PayoutMovement> movements = new ArrayList<>();
        private final String currency;
        private final String returnReason;
        private int unchanged;

        Working(PayoutRun run, String returnReason) {
            this.currency = run.terms().currency().getCurrencyCode();
            this.returnReason = returnReason;
        }

        void apply(Payout payout, BankVerdict verdict, String bankReason) {
            Payout.State state = payout.state();
            if (verdict == BankVerdict.PAID && state == Payout.State.RESERVED) {
                payouts.add(payout.paid());
                payout.draws()
                        .forEach(draw -> movements.add(new PayoutMovement.Paid(
                                payout.id(), payout.contributorId(), draw, currency)));
            } else if (verdict == BankVerdict.RETURNED && state != Payout.State.RETURNED) {
                payouts.add(payout.returned(bankReason == null ? returnReason : bankReason));
                payout.draws()
                        .forEach(draw -> movements.add(new PayoutMovement.Returned(
                                payout.id(),
                                payout.contributorId(),
                                draw,
                                currency,
                                state == Payout.State.PAID,
                                returnReason,
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
        Map<String, Payout> inFile = new LinkedHashMap<>();
        ofRun.stream()
                .filter(payout -> payout.state().isInFile())
                .forEach(payout -> inFile.put(payout.id().endToEndId(), payout));
        List<ReportError> errors = ReportCheck.errors(report, file, inFile);
        if (!errors.isEmpty()) {
            return Settlement.refused(errors);
        }
        Working working = new Working(file.run(), BANK_REJECTED);
        Map<String, StatusReport.Said> said = report.said(inFile.keySet());
        said.forEach((id, one) -> working.apply(inFile.get(id), one.verdict(), one.reason()));
        return working.settlement();
    }

    /** As treasurers have agreed, of what is still reserved; nothing when that is nothing. */
    public Settlement agreed(PayoutRun run, List<Payout> ofRun) {
        BankVerdict verdict = run.settlement().outcome() == Payout.State.PAID
                ? BankVerdict.PAID
                : BankVerdict.RETURNED;
        Working working = new Working(run, TREASURERS_AGREED);
        ofRun.stream()
                .filter(payout -> payout.state() == Payout.State.RESERVED)
                .forEach(payout -> working.apply(payout, verdict, null));
        return working.settlement();
    }
}
