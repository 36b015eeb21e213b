package org.commonfold.payout.replay.application;

import io.smallrye.mutiny.Uni;

import java.util.Optional;

/** The right to be the one replay that runs, whichever replica runs it. */
public interface LedgerLock {

    /** Empty while another has it. */
    Uni<Optional<LiveLedger>> tryToTake();
}
