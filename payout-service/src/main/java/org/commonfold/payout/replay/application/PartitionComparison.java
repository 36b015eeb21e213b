package org.commonfold.payout.replay.application;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.replay.application.LiveLedger.Link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What a partition of commons.log leads to beside what it has led to: a record makes at most one
 * entry, and both sides come in the order of the records.
 */
final class PartitionComparison implements BothLogs.Reader {

    private static final int LINKS_AT_ONCE = 500;

    private final Comparison comparison;
    private final LiveLedger ledger;
    private final int partition;
    private final long until;
    private final Deque<Link> found = new ArrayDeque<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private long lastOffset = -1;
    private boolean ended;

    PartitionComparison(Comparison comparison, LiveLedger ledger, int partition, long until) {
        this.comparison = comparison;
        this.ledger = ledger;
        this.partition = partition;
        this.until = until;
    }

    @Override
    public void read() {
        comparison.read();
    }

    @Override
    public void entry(BookedEntry expected, long none) {
        long offset = expected.place().offset();
        comparison.comparedEntry();
        extrasBefore(offset);
        Link next = next();
        if (next == null || next.offset() > offset) {
            comparison.missing(expected, where(offset));
            return;
        }
        found.remove();
        comparison.compare(expected, next, where(offset));
        long before = sequences.getOrDefault(next.commonsId(), 0L);
        if (next.sequence() <= before) {
            comparison.differ("order", where(offset), "> " + before, next.sequence());
        }
        sequences.put(next.commonsId(), next.sequence());
    }

    /** What the ledger has beyond the last that the log led to. */
    void end() {
        extrasBefore(until);
    }

    private void extrasBefore(long offset) {
        for (Link next = next(); next != null && next.offset() < offset; next = next()) {
            comparison.extra(found.remove(), where(next.offset()));
        }
    }

    private Link next() {
        if (found.isEmpty() && !ended) {
            found.addAll(ledger.links(partition, lastOffset, until, LINKS_AT_ONCE));
            ended = found.size() < LINKS_AT_ONCE;
            if (!found.isEmpty()) {
                lastOffset = found.getLast().offset();
            }
        }
        return found.peek();
    }

    private String where(long offset) {
        return "commons.log/" + partition + "/" + offset;
    }
}
