package org.commonfold.payout.ledger.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import java.util.List;

/** What everybody has: over all commons, the rows that are not all zero. */
public interface Balances {

    /**
     * By owner, then currency, in plain string order. To be read to its end, or cancelled; or fails
     * with {@link TooManyReaders}.
     */
    Uni<Multi<Balance>> all();

    /** By currency. */
    Uni<List<Balance>> of(String owner);
}
