package org.commonfold.payout.transparency.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.RevenueId;
import org.commonfold.payout.transparency.application.Entries;
import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class PostgresEntries implements Entries {

    private static final String BY_ID = "from EntryRow where id = :id";

    private static final String DISTRIBUTION_OF = """
            from EntryRow
             where commonsId = :commonsId and revenueId = :revenueId and kind = 'distribution'""";

    private static final String LINES = """
            from PostingRow
             where commonsId = :commonsId and entryId = :entryId and line > :after
             order by line""";

    private static final String DECLARATIONS = """
            select logOffset from EntryRow
             where commonsId = :commonsId and kind = 'distribution'""";

    /** The checkpoint is in a table of the kit's. */
    private static final String READ_UNTIL = """
            select log_partition,
                   case when key_set_aside = commons_id then next_offset
                        else coalesce(ahead_offset, next_offset) end
              from commons join log_checkpoint on partition = log_partition
             where topic = 'commons.log' and commons_id = :commonsId""";

    private final Mutiny.SessionFactory sessions;

    PostgresEntries(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<LedgerEntry>> find(UUID id) {
        return sessions.withSession(session -> session.createQuery(BY_ID, EntryRow.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(EntryRow::toEntry));
    }

    @Override
    public Uni<Optional<LedgerEntry>> distributionOf(CommonsId commonsId, RevenueId revenueId) {
        return sessions.withSession(session -> session.createQuery(DISTRIBUTION_OF, EntryRow.class)
                        .setParameter("commonsId", commonsId.value())
                        .setParameter("revenueId", revenueId.value())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(EntryRow::toEntry));
    }

    @Override
    public Uni<List<Posting>> postings(LedgerEntry entry) {
        return lines(entry, 0, Integer.MAX_VALUE)
                .map(lines -> lines.stream().map(Line::posting).toList());
    }

    @Override
    public Uni<List<Line>> lines(LedgerEntry entry, int afterLine, int limit) {
        return sessions.withSession(session -> session.createQuery(LINES, PostingRow.class)
                        .setParameter("commonsId", entry.commonsId().value())
                        .setParameter("entryId", entry.id())
                        .setParameter("after", afterLine)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(PostingRow::toLine).toList());
    }

    @Override
    public Uni<Set<Long>> declarations(CommonsId commonsId) {
        return sessions.withSession(session -> session.createQuery(DECLARATIONS, Long.class)
                        .setParameter("commonsId", commonsId.value())
                        .getResultList())
                .map(offsets -> offsets.stream().collect(Collectors.toSet()));
    }

    @Override
    public Uni<Optional<LedgerEntry.Place>> readUntil(CommonsId commonsId) {
        return sessions.withSession(session -> session.createNativeQuery(READ_UNTIL, Tuple.class)
                        .setParameter("commonsId", commonsId.value())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(place -> new LedgerEntry.Place(
                                place.get(0, Integer.class), place.get(1, Long.class))));
    }
}
