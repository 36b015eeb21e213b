package org.commonfold.payout.transparency.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.RevenueId;
import org.commonfold.payout.transparency.domain.LedgerEntry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The entries of the ledger, to read. */
public interface Entries {

    Uni<Optional<LedgerEntry>> find(UUID id);

    /** The one that distributed a revenue. */
    Uni<Optional<LedgerEntry>> distributionOf(CommonsId commonsId, RevenueId revenueId);

    /** All postings of an entry, by line. */
    Uni<List<Posting>> postings(LedgerEntry entry);

    /** Postings behind a line, by line. */
    Uni<List<Line>> lines(LedgerEntry entry, int afterLine, int limit);

    /** The offsets of all declarations to a commons that were accepted. */
    Uni<Set<Long>> declarations(CommonsId commonsId);

    /**
     * How far the partition of a commons has been read into the ledger: the first place that has
     * not; empty when its founding has not.
     */
    Uni<Optional<LedgerEntry.Place>> readUntil(CommonsId commonsId);

    /** A posting in its place. */
    record Line(int line, Posting posting) {}
}
