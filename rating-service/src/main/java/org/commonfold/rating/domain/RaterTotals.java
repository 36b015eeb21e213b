package org.commonfold.rating.domain;

/**
 * What one rater's current ratings in a commons add up to.
 *
 * @param count how many there are
 * @param points all their points
 */
public record RaterTotals(long count, long points) {

    static final RaterTotals NONE = new RaterTotals(0, 0);

    RaterTotals with(CurrentRating rating) {
        return new RaterTotals(count + 1, points + rating.points());
    }

    RaterTotals without(CurrentRating rating) {
        return new RaterTotals(count - 1, points - rating.points());
    }
}
