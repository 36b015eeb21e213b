package org.commonfold.payout.transparency.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.transparency.domain.CharterPreview;
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
     * The answer to a question about what would have become of all revenues of a commons under
     * another charter, as far as the ledger has read the log; empty when it has not read its
     * founding.
     *
     * @param question asked with the preview, which must not leave it
     */
    <T> Uni<Optional<T>> under(Charter charter, CommonsId id, Function<CharterPreview, T> question);
}
