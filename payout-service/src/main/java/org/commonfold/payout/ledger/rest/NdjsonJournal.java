package org.commonfold.payout.ledger.rest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import org.commonfold.payout.ledger.application.JournalLine;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * For programs: a line an entry, in the form that is hashed (RFC 8785) and with its hash last.
 * Without it, a line's bytes have that SHA-256.
 */
final class NdjsonJournal implements JournalFormat.Writing {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private JournalLine open;

    @Override
    public String head() {
        return "";
    }

    @Override
    public String write(JournalLine line) {
        String posting = "{\"account\":%s,\"micros\":\"%d\"}"
                .formatted(quoted(line.accountName()), line.micros());
        if (!line.isFirst()) {
            return "," + posting;
        }
        String before = tail();
        open = line;
        return before + beginning(line) + posting;
    }

    private static String beginning(JournalLine line) {
        return ("{\"bookedAt\":\"%s\",\"commonsId\":%s,\"currency\":%s,\"entryId\":\"%s\","
                        + "\"format\":1,\"kind\":%s,\"logOffset\":%s,\"logPartition\":%s,"
                        + "\"payoutId\":%s,\"postings\":[")
                .formatted(
                        TIME.format(line.bookedAt()),
                        quoted(line.entry().commonsId()),
                        quoted(line.currency()),
                        line.entry().entryId(),
                        quoted(line.kind()),
                        line.entry().logOffset(),
                        line.entry().logPartition(),
                        line.payoutId() == null ? null : quoted(line.payoutId().toString()));
    }

    @Override
    public String tail() {
        if (open == null) {
            return "";
        }
        JournalLine.Linked entry = open.entry();
        return "],\"previous\":\"%s\",\"revenueId\":%s,\"sequence\":%d,\"hash\":\"%s\"}\n"
                .formatted(
                        entry.previousHash(),
                        open.revenueId() == null ? null : quoted(open.revenueId()),
                        entry.sequence(),
                        entry.hash());
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
