package org.commonfold.rating.domain;

/**
 * Who reads ratings of a commons.
 *
 * @param isItsSteward whether they are a steward of that very commons
 */
public record Reader(ContributorId id, boolean isItsSteward) {

    /** A comment is between the rater and the stewards. */
    public boolean seesCommentOf(Rating rating) {
        return isItsSteward || rating.isBy(id);
    }

    /** So is what was said before, and what was taken back. */
    public boolean seesHistoryOf(ContributorId rater) {
        return isItsSteward || rater.equals(id);
    }
}
