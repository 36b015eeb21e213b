package org.commonfold.rating.domain;

import java.time.Instant;
import java.util.Optional;

/** The rules of retracting a rating. Pure: no clock, no repository, no framework. */
public final class Retraction {

    /**
     * A rating may be retracted whatever has become of the contribution.
     *
     * @param former the peer's rating, even a retracted one
     */
    public Decision<RatingEvent.Retracted> decide(
            Optional<Rating> former, ExpectedVersion expected, Instant now) {
        Optional<Rating> current = former.filter(rating -> !rating.isRetracted());
        if (current.isEmpty()) {
            return Decision.reject(Rejection.UNKNOWN_RATING);
        }
        if (!expected.matches(current)) {
            return Decision.reject(Rejection.VERSION_MISMATCH);
        }
        Rating rating = current.get();
        return Decision.accept(new RatingEvent.Retracted(
                rating.id(), rating.commonsId(), rating.contributionId(), rating.raterId(), now));
    }
}
