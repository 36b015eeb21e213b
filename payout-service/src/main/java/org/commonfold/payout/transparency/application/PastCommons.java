package org.commonfold.payout.transparency.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.transparency.domain.LedgerEntry;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a commons was at a place in the log, folded again from the log. Not for an event loop's own
 * thread, and never more than a few at a time: what is too much for now fails with {@link
 * TryLater}.
 */
public interface PastCommons {

    /**
     * The answer to a question about a commons just before an event.
     *
     * @param place of the event
     * @param question asked with the state, which must not leave it, and the event
     */
    <T> Uni<T> before(
            CommonsId id,
            LedgerEntry.Place place,
            BiFunction<CommonsFold, CommonsEvent, T> question);

    /**
     * The answer to a question about a commons as far as the ledger has read the log; empty when it
     * has not read its founding.
     *
     * @param question asked with the state, which must not leave it, and the place it stands at
     */
    <T> Uni<Optional<T>> now(CommonsId id, BiFunction<CommonsFold, LedgerEntry.Place, T> question);

    /**
     * What somebody makes of all events of a commons as far as the ledger has read the log.
     *
     * @param audience makes one who is told every event in order, and in the end is the answer
     */
    <T extends Audience> Uni<T> retold(CommonsId id, Function<CommonsId, T> audience);

    /** Who is told every event. */
    interface Audience {

        void hear(CommonsEvent event);
    }
}
