package org.commonfold.payout.ledger.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** All that was ever booked. */
public interface Journal {

    /**
     * Every posting as it stands at one moment, however long reading takes and however many there
     * are: commons by commons, each in the order of its chain. Nothing of it is kept. To be read to
     * its end, or cancelled; or fails with {@link TooManyReaders}.
     */
    Uni<Multi<JournalLine>> lines();
}
