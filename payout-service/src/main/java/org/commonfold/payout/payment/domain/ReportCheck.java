package org.commonfold.payout.payment.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a report is about what we have sent, to the cent. */
final class ReportCheck {

    private static final String RETURNED_BEFORE =
            "was returned before: its money may have been paid out again";

    private final PaymentFile file;
    private final Map<String, Payout> inFile;
    private final List<ReportError> errors = new ArrayList<>();

    private ReportCheck(PaymentFile file, Map<String, Payout> inFile) {
        this.file = file;
        this.inFile = inFile;
    }

    /**
     * Everything that is wrong.
     *
     * @param inFile by end-to-end id
     */
    static List<ReportError> errors(
            StatusReport report, PaymentFile file, Map<String, Payout> inFile) {
        ReportCheck check = new ReportCheck(file, inFile);
        report.levels().forEach(check::level);
        check.agreement(report.levels());
        check.lines(report);
        return check.errors;
    }

    private void level(StatusReport.Level level) {
        String id = level.instructionId();
        if (id != null && !id.equals(file.messageId())) {
            wrong(level, "is about an instruction that is not in the file");
        }
        if (level.payments() != null && !level.payments().equals(Long.toString(file.payments()))) {
            wrong(level, "has another number of payments than the file");
        }
        BigDecimal sum = MinorUnits.decimal(file.micros(), file.run().terms().currency());
        if (level.sum() != null && level.sum().compareTo(sum) != 0) {
            wrong(level, "has another sum than the file");
        }
        if (level.status() != null && BankVerdict.of(level.status()).isEmpty()) {
            wrong(level, "has an unknown status");
        }
    }

    private void wrong(StatusReport.Level level, String problem) {
        String place = level.instructionId() == null ? "OrgnlGrpInfAndSts" : "OrgnlPmtInfAndSts";
        errors.add(new ReportError(place, problem));
    }

    /** The file and its one instruction are the same payments. */
    private void agreement(List<StatusReport.Level> levels) {
        Set<BankVerdict> verdicts = EnumSet.noneOf(BankVerdict.class);
        levels.forEach(level -> BankVerdict.of(level.status()).ifPresent(verdicts::add));
        if (verdicts.contains(BankVerdict.PAID) && verdicts.contains(BankVerdict.RETURNED)) {
            errors.add(new ReportError("PmtInfSts", "contradicts another status of the whole"));
        }
    }

    private void lines(StatusReport report) {
        Map<String, Payout> rest = new HashMap<>(inFile);
        Set<String> listed = new HashSet<>();
        for (StatusReport.Line line : report.lines()) {
            String id = line.endToEndId();
            Optional<String> problem =
                    listed.add(id) ? problem(line, inFile.get(id)) : Optional.of("is there twice");
            problem.ifPresent(text -> errors.add(new ReportError(id, text)));
            if (line.status() != null) {
                rest.remove(id);
            }
        }
        rest(report.ofTheRest(), rest);
    }

    private Optional<String> problem(StatusReport.Line line, Payout payout) {
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
        Optional<BankVerdict> verdict = BankVerdict.of(line.status());
        if (line.status() != null && verdict.isEmpty()) {
            return Optional.of("has no status that is known");
        }
        return payout.state() == Payout.State.RETURNED
                        && verdict.equals(Optional.of(BankVerdict.PAID))
                ? Optional.of(RETURNED_BEFORE)
                : Optional.empty();
    }

    /** A status of the whole passes over what was returned before, unless that is all there is. */
    private void rest(StatusReport.Level level, Map<String, Payout> rest) {
        boolean isPaid = BankVerdict.of(level.status()).equals(Optional.of(BankVerdict.PAID));
        boolean isOver = !rest.isEmpty()
                && rest.values().stream()
                        .allMatch(payout -> payout.state() == Payout.State.RETURNED);
        if (isPaid && isOver) {
            wrong(level, RETURNED_BEFORE);
        }
    }
}
