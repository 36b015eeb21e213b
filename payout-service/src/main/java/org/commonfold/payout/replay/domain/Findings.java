package org.commonfold.payout.replay.domain;

import java.util.ArrayList;
import java.util.List;

/** What a replay has compared so far. Belongs to one thread. */
public final class Findings {

    /** How many differences are shown; all of them are counted. */
    public static final int SHOWN_MAX = 100;

    private final List<Difference> shown = new ArrayList<>();
    private final long recordsInAll;
    private long records;
    private long entries;
    private long payoutEntries;
    private long balances;
    private long differences;

    /**
     * @param recordsInAll how many offsets of both logs are to be read
     */
    public Findings(long recordsInAll) {
        this.recordsInAll = recordsInAll;
    }

    /** How far it is. */
    public record Counts(
            long records,
            long recordsInAll,
            long entries,
            long payoutEntries,
            long balances,
            long differences) {}

    public Counts counts() {
        return new Counts(records, recordsInAll, entries, payoutEntries, balances, differences);
    }

    public List<Difference> shown() {
        return List.copyOf(shown);
    }

    public void read(long more) {
        records += more;
    }

    public void comparedEntry() {
        entries++;
    }

    public void comparedPayoutEntry() {
        payoutEntries++;
    }

    public void comparedBalances(long count) {
        balances += count;
    }

    public void differ(Difference difference) {
        differences++;
        if (shown.size() < SHOWN_MAX) {
            shown.add(difference);
        }
    }
}
