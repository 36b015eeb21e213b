package org.commonfold.payout.replay.application;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.fold.application.CanonicalEntry;
import org.commonfold.payout.replay.application.LiveLedger.Link;
import org.commonfold.payout.replay.domain.Difference;
import org.commonfold.payout.replay.domain.Findings;
import org.commonfold.payout.replay.domain.ReplayId;

import java.time.Duration;
import java.util.Map;

/** One replay's comparison of the ledger with both logs. */
final class Comparison {

    private static final String NOTHING = "nothing";
    private static final Duration TELLS_EVERY = Duration.ofSeconds(1);

    private final ReplayId id;
    private final LiveLedger ledger;
    private final BothLogs logs;
    private final Findings findings;
    private long toldAt = System.nanoTime();

    Comparison(ReplayId id, LiveLedger ledger, BothLogs logs, Findings findings) {
        this.id = id;
        this.ledger = ledger;
        this.logs = logs;
        this.findings = findings;
    }

    void ofPartition(int partition, long until) {
        PartitionComparison partly = new PartitionComparison(this, ledger, partition, until);
        logs.fold(partition, until, partly);
        partly.end();
    }

    void ofPayouts(Map<Integer, Long> ends) {
        PayoutComparison told = new PayoutComparison(this, ledger);
        ends.forEach((partition, until) -> logs.payouts(partition, until, told));
        told.end();
        ledger.untold().forEach(findings::differ);
    }

    void ofBooks() {
        ledger.brokenChains().forEach(findings::differ);
        ledger.wrongBalances().forEach(findings::differ);
        findings.comparedBalances(ledger.balances());
    }

    void read() {
        findings.read(1);
        if (System.nanoTime() - toldAt > TELLS_EVERY.toNanos()) {
            ledger.progress(id, findings);
            toldAt = System.nanoTime();
        }
    }

    void comparedEntry() {
        findings.comparedEntry();
    }

    void comparedPayoutEntry() {
        findings.comparedPayoutEntry();
    }

    void missing(BookedEntry expected, String where) {
        findings.differ(new Difference("missing-entry", where, expected.id().toString(), NOTHING));
    }

    void extra(Link found, String where) {
        findings.differ(
                new Difference("extra-entry", where, NOTHING, found.entryId().toString()));
    }

    void differ(String what, String where, Object expected, Object found) {
        findings.differ(
                new Difference(what, where, String.valueOf(expected), String.valueOf(found)));
    }

    /** The hash it was given when it was booked, and the hash of what its rows say now. */
    void compare(BookedEntry expected, Link found, String where) {
        String hash = CanonicalEntry.hash(expected, found.sequence(), found.previous());
        if (!hash.equals(found.hash())) {
            differ("entry", where, hash, found.hash());
        } else if (!hash.equals(found.standing())) {
            differ("altered-entry", where, hash, found.standing());
        }
    }
}
