package org.commonfold.payout.ledger.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.ledger.application.Journal;
import org.commonfold.payout.ledger.application.JournalLine;

/** Reads by a cursor, in a transaction that sees what there was when it began. */
@ApplicationScoped
class PostgresJournal implements Journal {

    private static final String LINES = """
            select entry.commons_id, chain.sequence, entry.entry_id, entry.kind,
                   entry.revenue_id, entry.payout_id,
                   entry.currency, entry.booked_at, entry.log_partition, entry.log_offset,
                   encode(coalesce(before.hash, decode(repeat('00', 32), 'hex')), 'hex')
                       as previous_hash,
                   encode(chain.hash, 'hex') as hash,
                   posting.line, posting.owner, posting.kind as account, posting.micros
              from chain
              join entry on entry.commons_id = chain.commons_id
                        and entry.entry_id = chain.entry_id
              join posting on posting.commons_id = entry.commons_id
                          and posting.entry_id = entry.entry_id
              left join chain before on before.commons_id = chain.commons_id
                                    and before.sequence = chain.sequence - 1
             order by chain.commons_id, chain.sequence, posting.line""";

    private final LongReads reads;

    PostgresJournal(LongReads reads) {
        this.reads = reads;
    }

    @Override
    public Uni<Multi<JournalLine>> lines() {
        return reads.read(LINES).map(rows -> rows.map(PostgresJournal::line));
    }

    private static JournalLine line(Row row) {
        return new JournalLine(
                new JournalLine.Linked(
                        row.getString("commons_id"),
                        row.getLong("sequence"),
                        row.getUUID("entry_id"),
                        row.getInteger("log_partition"),
                        row.getLong("log_offset"),
                        row.getString("previous_hash"),
                        row.getString("hash")),
                row.getString("kind"),
                row.getString("revenue_id"),
                row.getUUID("payout_id"),
                row.getString("currency"),
                row.getOffsetDateTime("booked_at").toInstant(),
                row.getInteger("line"),
                row.getString("owner"),
                row.getString("account"),
                row.getLong("micros"));
    }
}
