package org.commonfold.payout.ledger.application;

import io.smallrye.mutiny.Multi;

import java.util.List;

/** Balances as they change. */
public interface LiveBalances {

    /** Whether another stream may begin: an instance serves a limited number, in all and of one. */
    boolean hasRoom(String owner);

    /**
     * What an owner has, at once and whenever it has changed: by currency, those that are not all
     * zero. Of changes that follow one another quickly, and of those a slow reader missed, only the
     * last is told. It ends when its reader leaves.
     */
    Multi<List<Balance>> of(String owner);
}
