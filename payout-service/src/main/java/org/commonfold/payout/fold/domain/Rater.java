package org.commonfold.payout.fold.domain;

/**
 * What one peer's current ratings in a commons add up to, kept so that one more costs no more than
 * its contribution has authors.
 */
final class Rater {

    private final ContributorId id;
    private final SumsByContributor pointsByAuthor = new SumsByContributor();
    private long count;
    private long points;

    Rater(ContributorId id) {
        this.id = id;
    }

    ContributorId id() {
        return id;
    }

    /** How many contributions have a current rating of this peer. */
    long count() {
        return count;
    }

    /** The points of all current ratings in sum. */
    long points() {
        return points;
    }

    /** The points of the current ratings whose contribution had this author when rated. */
    long pointsFor(ContributorId author) {
        return pointsByAuthor.get(author);
    }

    /** A rating is current from now on. */
    void remember(Rating rating) {
        count++;
        add(rating, rating.points());
    }

    /** A rating that was current is no more. */
    void forget(Rating former) {
        count--;
        add(former, -former.points());
    }

    private void add(Rating rating, long change) {
        points += change;
        for (ContributorId author : rating.authors()) {
            pointsByAuthor.add(author, change);
        }
    }
}
