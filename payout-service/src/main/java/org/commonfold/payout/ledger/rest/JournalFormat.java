package org.commonfold.payout.ledger.rest;

import io.smallrye.mutiny.Multi;

import org.commonfold.payout.ledger.application.JournalLine;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** How the journal can be had. */
enum JournalFormat {
    NDJSON("application/x-ndjson", NdjsonJournal::new),
    HLEDGER("text/plain;charset=UTF-8", HledgerJournal::new),
    BEANCOUNT("text/plain;charset=UTF-8", BeancountJournal::new),
    CSV("text/csv;charset=UTF-8", CsvJournal::new);

    static final String NAMES = "ndjson|hledger|beancount|csv";

    private static final int LINES_AT_ONCE = 200;

    private final String mediaType;
    private final Supplier<Writing> begin;

    JournalFormat(String mediaType, Supplier<Writing> begin) {
        this.mediaType = mediaType;
        this.begin = begin;
    }

    /** One way to write, from the first line to the last. */
    interface Writing {

        String head();

        String write(JournalLine line);

        String tail();
    }

    /** One of {@link #NAMES}. */
    static JournalFormat named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String mediaType() {
        return mediaType;
    }

    /** In pieces that are worth sending. */
    Multi<String> write(Multi<JournalLine> lines) {
        Writing writing = begin.get();
        Multi<String> body = lines.map(writing::write)
                .group()
                .intoLists()
                .of(LINES_AT_ONCE)
                .map(pieces -> String.join("", pieces));
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(writing::head),
                        body,
                        Multi.createFrom().item(writing::tail));
    }

    static String date(JournalLine line) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(line.bookedAt());
    }
}
