package org.commonfold.payout.ledger.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.CanonicalEntry;
import org.commonfold.payout.fold.application.Ledger;
import org.commonfold.payout.fold.application.LogPlace;
import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.RevenueId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Books a batch in two statements, however many entries it has. */
@ApplicationScoped
class PostgresLedger implements Ledger {

    /**
     * For what is booked, and for the triggers that check and link it, until the transaction ends.
     * PostgreSQL keeps a plan that it made while a table was small, and would read all of it for a
     * few rows when it has grown.
     */
    private static final String BY_INDEX = "set local enable_seqscan = off";

    private static final String ENTRIES = """
            insert into entry (commons_id, entry_id, kind, revenue_id, payout_id, currency,
                               log_partition, log_offset, booked_at)
            select commons_id, entry_id, kind, revenue_id, payout_id, currency,
                   log_partition, log_offset, booked_at
              from json_to_recordset(cast(cast($1 as text) as json))
                as row (commons_id text, entry_id uuid, kind text, revenue_id text,
                        payout_id uuid, currency text, log_partition int, log_offset bigint,
                        booked_at timestamptz)""";

    /**
     * Postings, and the balances that they move: both of the same rows, which are sent once. MERGE:
     * a row that only takes away from what is there is no row that could be inserted.
     */
    private static final String POSTINGS = """
            with line as materialized (
                     select *
                       from unnest(cast($1 as text[]), cast($2 as uuid[]), cast($3 as int[]),
                                   cast($4 as text[]), cast($5 as text[]), cast($6 as text[]),
                                   cast($7 as bigint[]))
                         as line (commons_id, entry_id, line, owner, currency, kind, micros)),
                 posted as (
                     insert into posting (commons_id, entry_id, line, owner, kind, micros)
                     select commons_id, entry_id, line, owner, kind, micros from line)
            merge into balance
            using (select commons_id, owner, currency,
                          coalesce(-sum(micros) filter (where kind = 'accrued'), 0) as accrued,
                          coalesce(-sum(micros) filter (where kind = 'available'), 0) as available,
                          coalesce(-sum(micros) filter (where kind = 'reserved'), 0) as reserved,
                          coalesce(-sum(micros) filter (where kind = 'paid'), 0) as paid,
                          coalesce(sum(micros) filter (where kind not in
                              ('accrued', 'available', 'reserved', 'paid')), 0) as debit
                     from line
                    group by commons_id, owner, currency) as moved
               on balance.commons_id = moved.commons_id
              and balance.owner = moved.owner and balance.currency = moved.currency
             when matched then update
              set accrued = balance.accrued + moved.accrued,
                  available = balance.available + moved.available,
                  reserved = balance.reserved + moved.reserved,
                  paid = balance.paid + moved.paid,
                  debit = balance.debit + moved.debit
             when not matched then insert
                  (commons_id, owner, currency, accrued, available, reserved, paid, debit)
           values (moved.commons_id, moved.owner, moved.currency, moved.accrued,
                   moved.available, moved.reserved, moved.paid, moved.debit)""";

    private final Mutiny.SessionFactory sessions;
    private final ObjectMapper json;

    /** As the statements name their columns. */
    private record EntryJson(
            String commons_id,
            UUID entry_id,
            String kind,
            String revenue_id,
            UUID payout_id,
            String currency,
            Integer log_partition,
            Long log_offset,
            Instant booked_at) {}

    /** Columns: a revenue over a whole commons has a posting for each of its authors. */
    private static final class PostingColumns {

        final String[] commonsIds;
        final UUID[] entryIds;
        final Integer[] lines;
        final String[] owners;
        final String[] currencies;
        final String[] kinds;
        final Long[] micros;
        private int size;

        PostingColumns(List<BookedEntry> entries) {
            int count = entries.stream()
                    .mapToInt(one -> one.entry().postings().size())
                    .sum();
            commonsIds = new String[count];
            entryIds = new UUID[count];
            lines = new Integer[count];
            owners = new String[count];
            currencies = new String[count];
            kinds = new String[count];
            micros = new Long[count];
            entries.forEach(this::add);
        }

        private void add(BookedEntry booked) {
            Entry entry = booked.entry();
            int line = 1;
            for (Posting posting : entry.postings()) {
                commonsIds[size] = entry.commonsId().value();
                entryIds[size] = booked.id();
                lines[size] = line++;
                owners[size] = posting.account().owner();
                currencies[size] = entry.currency();
                kinds[size] = posting.account().kind();
                micros[size] = posting.micros();
                size++;
            }
        }
    }

    PostgresLedger(Mutiny.SessionFactory sessions, ObjectMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    @Override
    public Uni<Void> book(List<BookedEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String entryRows = write(entries.stream().map(PostgresLedger::row).toList());
        PostingColumns postings = new PostingColumns(entries);
        return sessions.withTransaction(session -> PlainSql.together(List.of(
                PlainSql.execute(session, BY_INDEX),
                PlainSql.execute(session, ENTRIES, entryRows),
                PlainSql.execute(
                        session,
                        POSTINGS,
                        postings.commonsIds,
                        postings.entryIds,
                        postings.lines,
                        postings.owners,
                        postings.currencies,
                        postings.kinds,
                        postings.micros))));
    }

    private static EntryJson row(BookedEntry booked) {
        Entry entry = booked.entry();
        RevenueId revenueId = entry.revenueId();
        LogPlace place = booked.place();
        return new EntryJson(
                entry.commonsId().value(),
                booked.id(),
                CanonicalEntry.kind(entry),
                revenueId == null ? null : revenueId.value(),
                booked.payoutId(),
                entry.currency(),
                place == null ? null : place.partition(),
                place == null ? null : place.offset(),
                booked.bookedAt());
    }

    private String write(List<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
