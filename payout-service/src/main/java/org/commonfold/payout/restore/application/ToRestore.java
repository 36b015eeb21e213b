package org.commonfold.payout.restore.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.payment.application.LoggedMovement;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Entries of payouts that wait for their places in the chains. */
public interface ToRestore {

    /** One that waits; {@code sequence} is 0 where the log does not tell. */
    record Waiting(BookedEntry entry, long sequence) {}

    /**
     * Has them written down, and the runs and payouts they are of, once in the life of a database:
     * one replica does it, the others wait. Blocks.
     *
     * @param reader called when nobody has done it; gives each to whom it is given
     */
    void learnOnce(Consumer<Consumer<LoggedMovement>> reader);

    /** Whether there are any at all. */
    Uni<Boolean> hasAny();

    /**
     * The lengths of chains, which nobody else makes longer until the surrounding transaction ends.
     */
    Uni<Map<String, Long>> lengths(List<String> commonsIds);

    /** Those of some commons, by sequence. */
    Uni<List<Waiting>> of(List<String> commonsIds);

    /** They wait no longer; in the surrounding transaction. */
    Uni<Void> remove(List<BookedEntry> entries);
}
