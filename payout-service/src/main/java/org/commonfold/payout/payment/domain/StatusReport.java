package org.commonfold.payout.payment.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a bank says became of a file.
 *
 * @param messageId the report's own
 * @param originalMessageId the file's
 * @param levels what it says of the file, and of each instruction in it, as a whole
 * @param lines what it says of single payments
 */
public record StatusReport(
        String messageId, String originalMessageId, List<Level> levels, List<Line> lines) {

    public StatusReport {
        levels = List.copyOf(levels);
        lines = List.copyOf(lines);
    }

    /** What counts of a payment. */
    record Said(BankVerdict verdict, String reason) {}

    /**
     * What is said nearest to each of these payments; those of which nothing is said are left out.
     * Only of a report without errors.
     */
    Map<String, Said> said(Set<String> endToEndIds) {
        Map<String, Line> own = new HashMap<>();
        lines.forEach(line -> own.put(line.endToEndId(), line));
        Level level = ofTheRest();
        Map<String, Said> said = new LinkedHashMap<>();
        for (String id : endToEndIds) {
            Line line = own.getOrDefault(id, new Line(id, null, null, null, null));
            boolean hasOwn = line.status() != null;
            String reason = hasOwn || line.reason() != null ? line.reason() : level.reason();
            BankVerdict.of(hasOwn ? line.status() : level.status())
                    .ifPresent(verdict -> said.put(id, new Said(verdict, reason)));
        }
        return said;
    }

    /** The level that speaks for whom no line does: an instruction before the file around it. */
    Level ofTheRest() {
        return levels.stream()
                .filter(level -> level.status() != null)
                .min(Comparator.comparing(level -> level.instructionId() == null))
                .orElse(new Level(null, null, null, null, null));
    }

    /**
     * @param instructionId whose, or null for the file
     * @param payments how many it says there were, or null
     * @param sum of them, or null
     * @param status or null
     * @param reason of the bank, or null
     */
    public record Level(
            String instructionId, String payments, BigDecimal sum, String status, String reason) {}

    /**
     * @param status or null, where that of the levels counts
     * @param reason of the bank, or null
     * @param amount it says was to be paid, or null
     * @param currency of the amount, or null
     */
    public record Line(
            String endToEndId, String status, String reason, BigDecimal amount, String currency) {}
}
