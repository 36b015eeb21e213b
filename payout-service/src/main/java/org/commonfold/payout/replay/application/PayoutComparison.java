package org.commonfold.payout.replay.application;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.replay.application.LiveLedger.Link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What payout.log tells beside the entries of payouts, a limited number at a time. */
final class PayoutComparison implements BothLogs.Reader {

    private static final int ENTRIES_AT_ONCE = 500;

    private record Told(BookedEntry entry, long sequence) {}

    private final Comparison comparison;
    private final LiveLedger ledger;
    private final Map<UUID, Told> told = new LinkedHashMap<>();

    PayoutComparison(Comparison comparison, LiveLedger ledger) {
        this.comparison = comparison;
        this.ledger = ledger;
    }

    @Override
    public void read() {
        comparison.read();
    }

    @Override
    public void entry(BookedEntry entry, long sequence) {
        told.put(entry.id(), new Told(entry, sequence));
        if (told.size() == ENTRIES_AT_ONCE) {
            end();
        }
    }

    void end() {
        if (told.isEmpty()) {
            return;
        }
        List<UUID> ids = new ArrayList<>(told.keySet());
        Map<UUID, Link> found = ledger.links(ids);
        told.values().forEach(one -> compare(one, found.get(one.entry().id())));
        ledger.told(ids);
        told.clear();
    }

    private void compare(Told one, Link found) {
        String where = "payout.log " + one.entry().id();
        comparison.comparedPayoutEntry();
        if (found == null) {
            comparison.missing(one.entry(), where);
        } else if (one.sequence() != 0 && one.sequence() != found.sequence()) {
            comparison.differ("order", where, one.sequence(), found.sequence());
        } else {
            comparison.compare(one.entry(), found, where);
        }
    }
}
