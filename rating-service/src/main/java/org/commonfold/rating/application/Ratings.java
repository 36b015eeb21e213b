package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Rating;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All ratings there are. */
public interface Ratings {

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

    /** Adds or changes it, in the surrounding transaction. */
    Uni<Void> save(Rating rating);
}
