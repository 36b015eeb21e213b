package org.commonfold.rating.domain;

import java.time.Instant;

/** Everything that can have happened to a rating. Facts, in the past tense. */
public sealed interface RatingEvent {

    RatingId ratingId();

    CommonsId commonsId();

    /** Folds this fact into the rating. Total: what has happened can always be applied. */
    Rating applyTo(Rating rating);

    /** A peer gave an opinion, for the first time or anew. */
    record Rated(Rating rating) implements RatingEvent {
        @Override
        public RatingId ratingId() {
            return rating.id();
        }

        @Override
        public CommonsId commonsId() {
            return rating.commonsId();
        }

        @Override
        public Rating applyTo(Rating former) {
            return rating;
        }
    }

    /** The peer has no opinion any more. */
    record Retracted(
            RatingId ratingId,
            CommonsId commonsId,
            ContributionId contributionId,
            ContributorId raterId,
            Instant at)
            implements RatingEvent {
        @Override
        public Rating applyTo(Rating rating) {
            return rating.retracted(at);
        }
    }
}
