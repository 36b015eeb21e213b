package org.commonfold.payout.payment.domain;

import java.math.BigDecimal;
import java.util.List;

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
     * @param status or null
     * @param reason of the bank, or null
     * @param amount it says was to be paid, or null
     * @param currency of the amount, or null
     */
    public record Line(
            String endToEndId, String status, String reason, BigDecimal amount, String currency) {}
}
