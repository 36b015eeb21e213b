package org.commonfold.payout.fold.domain;

import java.util.HashMap;
import java.util.Map;

/**
 * What one peer's current ratings in a commons add up to, kept so that one more costs no more than
 * its contribution has authors.
 */
final class Rater {

    private final Map<ContributionId, Rating> ratings = new HashMap<>();
    private final Map<ContributorId, Long> pointsByAuthor = new HashMap<>();
    private long points;

    /** How many contributions have a current rating of this peer. */
    long count() {
        return ratings.size();
    }

    /** The points of all current ratings in sum. */
    long points() {
        return points;
    }

    /** The points of the current ratings whose contribution had this author when rated. */
    long pointsFor(ContributorId author) {
        return pointsByAuthor.getOrDefault(author, 0L);
    }

    boolean hasRated(ContributionId contribution) {
        return ratings.containsKey(contribution);
    }

    void remember(ContributionId contribution, Rating rating) {
        ratings.put(contribution, rating);
        add(rating, rating.points());
    }

    void forget(ContributionId contribution) {
        Rating former = ratings.remove(contribution);
        if (former != null) {
            add(former, -former.points());
        }
    }

    private void add(Rating rating, long change) {
        points += change;
        for (ContributorId author : rating.authors()) {
            // An author without points is no entry: what was forgotten takes no room.
            pointsByAuthor.merge(author, change, Rater::sumOrNone);
        }
    }

    private static Long sumOrNone(Long one, Long other) {
        long sum = one + other;
        return sum == 0 ? null : sum;
    }
}
