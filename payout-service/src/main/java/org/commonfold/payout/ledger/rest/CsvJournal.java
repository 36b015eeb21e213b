package org.commonfold.payout.ledger.rest;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.ledger.application.JournalLine;

import java.util.Objects;

/** For spreadsheets (RFC 4180), a line a posting. No field has a comma or a quote: all are ids. */
final class CsvJournal implements JournalFormat.Writing {

    private static final String LINE_END = "\r\n";

    @Override
    public String head() {
        return "commonsId,sequence,entryId,kind,revenueId,payoutId,bookedAt,"
                + "line,account,amount,currency,hash"
                + LINE_END;
    }

    @Override
    public String write(JournalLine line) {
        return String.join(
                        ",",
                        line.entry().commonsId(),
                        Long.toString(line.entry().sequence()),
                        line.entry().entryId().toString(),
                        line.kind(),
                        Objects.toString(line.revenueId(), ""),
                        Objects.toString(line.payoutId(), ""),
                        line.bookedAt().toString(),
                        Integer.toString(line.line()),
                        line.accountName(),
                        Money.decimal(line.micros()),
                        line.currency(),
                        line.entry().hash())
                + LINE_END;
    }

    @Override
    public String tail() {
        return "";
    }
}
