package org.commonfold.payout.replay.application;

import org.commonfold.payout.replay.domain.Difference;
import org.commonfold.payout.replay.domain.Findings;
import org.commonfold.payout.replay.domain.Replay;
import org.commonfold.payout.replay.domain.ReplayId;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The ledger as one replay reads it, by a connection of its own, a limited number of rows at a time
 * and never in a transaction that lasts. Its methods block. Closed, it lets another replay run.
 */
public interface LiveLedger extends AutoCloseable {

    /**
     * An entry as it stands in the ledger.
     *
     * @param offset in commons.log; 0 when no record of it made the entry
     * @param previous the hash of the entry before
     * @param hash that it bears
     * @param standing the hash of what its rows say now
     */
    record Link(
            long offset,
            String commonsId,
            UUID entryId,
            long sequence,
            String previous,
            String hash,
            String standing) {}

    /** Whether the transaction that wrote the replay down has been committed. */
    boolean isWrittenDown(ReplayId id);

    /** How far each partition of commons.log has been read into the ledger. */
    Map<Integer, Long> checkpoints();

    /** What a partition has made, by offset. */
    List<Link> links(int partition, long afterOffset, long untilOffset, int countMax);

    /** Those of some entries that are there. */
    Map<UUID, Link> links(List<UUID> entryIds);

    /**
     * Remembers, while this lasts, the entries of payouts there are now.
     *
     * @return the place in the outbox of what was told last
     */
    long rememberPayouts();

    /** Whether all up to a place in the outbox has left for payout.log. */
    boolean hasSent(long position);

    /** That payout.log tells of entries. */
    void told(List<UUID> entryIds);

    /** What it did not tell of, among what was remembered. */
    List<Difference> untold();

    /** Where chains have a gap, an end that is not theirs, or an entry is in none. */
    List<Difference> brokenChains();

    /** Where balances are not what their postings add up to. */
    List<Difference> wrongBalances();

    long balances();

    void progress(ReplayId id, Findings findings);

    void end(ReplayId id, Replay.State state, Findings findings, String failure);

    @Override
    void close();
}
