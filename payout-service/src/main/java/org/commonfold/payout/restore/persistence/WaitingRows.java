package org.commonfold.payout.restore.persistence;

import jakarta.persistence.Tuple;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.domain.Account;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.payment.application.LoggedMovement;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.restore.application.ToRestore.Waiting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Entries of payouts as rows: two postings each, of one owner. */
final class WaitingRows {

    static final String COLUMNS =
            "entry_id, commons_id, sequence, payout_id, kind, currency, owner, debited, credited,"
                    + " micros, booked_at_millis";

    private WaitingRows() {}

    /** With the run it is of, and the reason why it came back, if the log tells. */
    static io.vertx.mutiny.sqlclient.Tuple tuple(LoggedMovement told) {
        BookedEntry booked = told.booked().toEntry();
        Entry entry = booked.entry();
        Posting debit = entry.postings().get(0);
        Posting credit = entry.postings().get(1);
        return io.vertx.mutiny.sqlclient.Tuple.tuple()
                .addValue(booked.id())
                .addValue(entry.commonsId().value())
                .addValue(told.booked().sequence())
                .addValue(booked.payoutId())
                .addValue(entry.kind().name())
                .addValue(entry.currency())
                .addValue(debit.account().owner())
                .addValue(debit.account().kind())
                .addValue(credit.account().kind())
                .addValue(debit.micros())
                .addValue(booked.bookedAt().toEpochMilli())
                .addValue(told.run().map(run -> run.id().value()).orElse(null))
                .addValue(reason(told.booked().movement()));
    }

    /** As the payout bears it: the bank's own code before ours. */
    private static String reason(PayoutMovement movement) {
        return movement instanceof PayoutMovement.Returned returned
                ? Objects.requireNonNullElse(returned.bankReason(), returned.reason())
                : null;
    }

    static Waiting waiting(Tuple row) {
        String owner = row.get(6, String.class);
        long micros = row.get(9, Long.class);
        Entry entry = new Entry(
                Entry.Kind.valueOf(row.get(4, String.class)),
                new CommonsId(row.get(1, String.class)),
                null,
                row.get(5, String.class),
                List.of(
                        new Posting(new Account(owner, row.get(7, String.class)), micros),
                        new Posting(new Account(owner, row.get(8, String.class)), -micros)));
        BookedEntry booked = BookedEntry.ofPayout(
                row.get(0, UUID.class),
                entry,
                row.get(3, UUID.class),
                Instant.ofEpochMilli(row.get(10, Long.class)));
        return new Waiting(booked, row.get(2, Long.class));
    }
}
