package org.commonfold.payout.fold.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Posting;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An entry in the form that the chain hashes (RFC 8785), written a second time: the first is the
 * database's. All ids are of characters that JSON writes as they are.
 */
public final class CanonicalEntry {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private CanonicalEntry() {}

    /** As the ledger and the journal call it: {@code taking-back}. */
    public static String kind(Entry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * SHA-256 of an entry in its chain.
     *
     * @param sequence its place, from 1 on
     * @param previous the hash of the one before, in hexadecimal digits
     * @return as {@code previous}
     */
    public static String hash(BookedEntry booked, long sequence, String previous) {
        try {
            byte[] canonical = text(booked, sequence, previous).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(BookedEntry booked, long sequence, String previous) {
        Entry entry = booked.entry();
        LogPlace place = booked.place();
        return "{\"bookedAt\":\"" + TIME.format(booked.bookedAt())
                + "\",\"commonsId\":\"" + entry.commonsId()
                + "\",\"currency\":\"" + entry.currency()
                + "\",\"entryId\":\"" + booked.id()
                + "\",\"format\":1,\"kind\":\"" + kind(entry)
                + "\",\"logOffset\":" + (place == null ? "null" : place.offset())
                + ",\"logPartition\":" + (place == null ? "null" : place.partition())
                + ",\"payoutId\":" + quoted(booked.payoutId())
                + ",\"postings\":["
                + entry.postings().stream().map(CanonicalEntry::text).collect(joining(","))
                + "],\"previous\":\"" + previous
                + "\",\"revenueId\":" + quoted(entry.revenueId())
                + ",\"sequence\":" + sequence + "}";
    }

    private static String text(Posting posting) {
        return "{\"account\":\"%s\",\"micros\":\"%d\"}"
                .formatted(posting.account().name(), posting.micros());
    }

    private static String quoted(Object id) {
        return id == null ? "null" : "\"" + id + "\"";
    }
}
