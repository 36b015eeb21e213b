package org.commonfold.payout.payment.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether a report is about what we have sent, to the cent. */
final class ReportCheck {

    private ReportCheck() {}

    static void level(StatusReport.Level level, PaymentFile file, List<ReportError> errors) {
        String id = level.instructionId();
        String place = id == null ? "OrgnlGrpInfAndSts" : "OrgnlPmtInfAndSts";
        if (id != null && !id.equals(file.messageId())) {
            errors.add(new ReportError(place, "is about an instruction that is not in the file"));
        }
        if (level.payments() != null && !level.payments().equals(Long.toString(file.payments()))) {
            errors.add(new ReportError(place, "has another number of payments than the file"));
        }
        BigDecimal sum = MinorUnits.decimal(file.micros(), file.run().terms().currency());
        if (level.sum() != null && level.sum().compareTo(sum) != 0) {
            errors.add(new ReportError(place, "has another sum than the file"));
        }
        if (level.status() != null && BankVerdict.of(level.status()).isEmpty()) {
            errors.add(new ReportError(place, "has an unknown status"));
        }
    }

    /**
     * @param payout null when there is none of that id in the file
     * @return whether nothing is wrong with it
     */
    static boolean line(
            StatusReport.Line line, Payout payout, PaymentFile file, List<ReportError> errors) {
        Optional<String> problem = problem(line, payout, file);
        problem.ifPresent(text -> errors.add(new ReportError(line.endToEndId(), text)));
        return problem.isEmpty();
    }

    private static Optional<String> problem(
            StatusReport.Line line, Payout payout, PaymentFile file) {
        if (payout == null) {
            return Optional.of("is not in the file");
        }
        Terms terms = file.run().terms();
        BigDecimal amount = MinorUnits.decimal(payout.micros(), terms.currency());
        if (line.amount() != null
                && (line.amount().compareTo(amount) != 0
                        || !terms.currency().getCurrencyCode().equals(line.currency()))) {
            return Optional.of("has another amount than the file");
        }
        Optional<BankVerdict> verdict =
                line.status() == null ? Optional.empty() : BankVerdict.of(line.status());
        if (verdict.isEmpty()) {
            return Optional.of("has no status that is known");
        }
        boolean isOver = payout.state() == Payout.State.RETURNED;
        return isOver && verdict.get() == BankVerdict.PAID
                ? Optional.of("was returned before: its money may have been paid out again")
                : Optional.empty();
    }
}
