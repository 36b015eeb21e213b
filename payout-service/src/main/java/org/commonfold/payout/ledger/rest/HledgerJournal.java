package org.commonfold.payout.ledger.rest;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.ledger.application.JournalLine;

/**
 * For hledger (1.x, <a href="https://hledger.org/hledger.html#journal">journal format</a>). An
 * owner's account is what it is here, such as {@code contributor:ada:accrued}; what somebody has
 * is a credit, so hledger shows it as less than zero.
 */
final class HledgerJournal implements JournalFormat.Writing {

    @Override
    public String head() {
        return "; The ledger of Commonfold\ndecimal-mark .\n";
    }

    @Override
    public String write(JournalLine line) {
        String posting = "    %s  %s %s\n"
                .formatted(line.accountName(), line.currency(), Money.decimal(line.micros()));
        return line.isFirst() ? transaction(line) + posting : posting;
    }

    private static String transaction(JournalLine line) {
        return "\n%s (%s/%d) %s  ; entry:%s, %s, hash:%s\n"
                .formatted(
                        JournalFormat.date(line),
                        line.entry().commonsId(),
                        line.entry().sequence(),
                        line.kind(),
                        line.entry().entryId(),
                        line.revenueId() == null
                                ? "payout:" + line.payoutId()
                                : "revenue:" + line.revenueId(),
                        line.entry().hash());
    }

    @Override
    public String tail() {
        return "";
    }
}
