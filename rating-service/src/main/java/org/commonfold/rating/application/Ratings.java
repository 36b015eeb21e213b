package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.Circumstances;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.CurrentRating;
import org.commonfold.rating.domain.Rating;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All ratings there are. */
public interface Ratings {

    /**
     * What a peer's rating of a contribution is decided on, if the contribution is known. As with
     * {@link #findForChange}, two requests of one peer take turns: it cannot change before the
     * surrounding transaction ends.
     */
    Uni<Optional<Circumstances>> circumstancesOf(
            ContributionId contributionId, ContributorId raterId);

    /**
     * A peer's rating of a contribution, even a retracted one. Until the surrounding transaction
     * ends, no other can change or add it: two requests of one peer take turns.
     */
    Uni<Optional<Rating>> findForChange(ContributionId contributionId, ContributorId raterId);

    /**
     * Those not retracted, in the order of their ids, at most {@code countMax}, after the one given
     * if any.
     */
    Uni<List<Rating>> list(ContributionId contributionId, Optional<UUID> after, int countMax);

    /**
     * All that one peer has said of a contribution, version by version: at most {@code countMax}
     * versions after the one given.
     */
    Uni<List<Rating>> history(
            ContributionId contributionId, ContributorId raterId, int after, int countMax);

    /** Those that count, by the log as far as it has been read; its authors' own among them. */
    Uni<List<CurrentRating>> counting(ContributionId contributionId);

    /**
     * Adds or changes it and keeps what it was before, but for the comments of one that is
     * retracted; in the surrounding transaction. Its event may be recorded beside it.
     */
    Uni<Void> save(Rating rating);

    /**
     * Erases all comments of a peer, of former versions too, and records that, unless it is done
     * once more and there was none left; in the surrounding transaction.
     */
    Uni<Void> eraseComments(ContributorId raterId, Instant at);
}
