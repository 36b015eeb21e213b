package org.commonfold.payout.ledger.rest;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.ledger.application.JournalLine;

import java.util.Locale;
import java.util.Map;

/**
 * For Beancount (2 and 3, <a href="https://beancount.github.io/docs/beancount_language_syntax.html">
 * language syntax</a>). What is owed to us and what the bank has are assets, what somebody has are
 * liabilities. Names of accounts have letters, digits and hyphens only: what else an id has is
 * written as a hyphen and a letter.
 */
final class BeancountJournal implements JournalFormat.Writing {

    private static final Map<String, String> ROOTS = Map.of(
            "partner", "Assets:Partner",
            "bank", "Assets:Bank",
            "contributor", "Liabilities:Contributor",
            "treasury", "Liabilities:Treasury");

    @Override
    public String head() {
        return """
                ; The ledger of Commonfold
                option "title" "Commonfold"
                plugin "beancount.plugins.auto_accounts"
                """;
    }

    @Override
    public String write(JournalLine line) {
        String posting = "  %s  %s %s\n"
                .formatted(account(line), Money.decimal(line.micros()), line.currency());
        return line.isFirst() ? transaction(line) + posting : posting;
    }

    private static String transaction(JournalLine line) {
        JournalLine.Linked entry = line.entry();
        StringBuilder text = new StringBuilder(
                "\n%s * \"%s\"\n".formatted(JournalFormat.date(line), line.kind()));
        text.append("  commons: \"%s\"\n".formatted(entry.commonsId()));
        text.append("  sequence: %d\n".formatted(entry.sequence()));
        text.append("  entry: \"%s\"\n".formatted(entry.entryId()));
        if (line.revenueId() != null) {
            text.append("  revenue: \"%s\"\n".formatted(line.revenueId()));
        }
        if (line.payoutId() != null) {
            text.append("  payout: \"%s\"\n".formatted(line.payoutId()));
        }
        return text.append("  hash: \"%s\"\n".formatted(entry.hash())).toString();
    }

    private static String account(JournalLine line) {
        String[] owner = line.owner().split(":", 2);
        String root = ROOTS.get(owner[0]);
        return owner.length == 1
                ? root + ":" + line.account()
                : root + ":C-" + encoded(owner[1]) + ":" + capitalized(line.account());
    }

    /** One id, one name: a hyphen is written as two. */
    private static String encoded(String id) {
        return id.replace("-", "--").replace(".", "-d").replace("_", "-u").replace(":", "-c");
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    @Override
    public String tail() {
        return "";
    }
}
