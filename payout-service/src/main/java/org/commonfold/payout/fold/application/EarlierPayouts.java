package org.commonfold.payout.fold.application;

import io.smallrye.mutiny.Uni;

import java.util.List;

/**
 * Payouts that a ledger had booked which was lost: they are no part of commons.log, and stood in
 * the chains between the entries that are (docs/adr/0031).
 */
public interface EarlierPayouts {

    /** Learns of them, before the first entry of a new ledger is booked. Blocks. */
    void learn();

    /**
     * The entries about to be booked, with those of payouts that come right behind them; in the
     * surrounding transaction.
     */
    Uni<List<BookedEntry>> among(List<BookedEntry> entries);
}
