package org.commonfold.rating.domain;

/** What identifies a rating in the log: its ratingId and revision are for people. */
public record RatingKey(CommonsId commonsId, ContributionId contributionId, ContributorId raterId) {

    public Rater rater() {
        return new Rater(commonsId, raterId);
    }
}
