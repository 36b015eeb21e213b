package org.commonfold.payout.fold.application;

import io.smallrye.mutiny.Uni;

import java.util.List;

/** Where entries are booked, and balances kept with them. */
public interface Ledger {

    /** Appends entries and moves balances, in the surrounding transaction. */
    Uni<Void> book(List<BookedEntry> entries);
}
