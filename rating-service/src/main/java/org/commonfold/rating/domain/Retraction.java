package org.commonfold.rating.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;

/** The rules of retracting a rating. Pure: no clock, no repository, no framework. */
public final class Retraction {

    /**
     * A rating may be retracted whatever has become of the contribution.
     *
     * @param former the peer's rating, even a retracted one
     * @param expected whether a version is the one the peer has seen
     */
    public Decision<RatingEvent.Retracted> decide(
            Optional<Rating> former, LongPredicate expected, Instant now) {
        Optional<Rating> current = former.filter(rating -> !rating.isRetracted());
        if (current.isEmpty()) {
            return Decision.reject(Rejection.UNKNOWN_RATING);
        }
        Rating rating = current.get();
        if (!expected.test(rating.version())) {
            return Decision.reject(Rejection.VERSION_MISMATCH);
        }
        return Decision.accept(new RatingEvent.Retracted(
                rating.id(), rating.commonsId(), rating.contributionId(), rating.raterId(), now));
    }
}
