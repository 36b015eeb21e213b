package org.commonfold.payout.fold.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody in a commons, and how a rating is fixed when it arrives. */
final class Peers {

    private final Map<ContributorId, Rater> raters = new HashMap<>();
    /** Authors who have rated nothing yet. */
    private final Map<ContributorId, ContributorId> authors = new HashMap<>();

    private final boolean keepsWorking;

    Peers(boolean keepsWorking) {
        this.keepsWorking = keepsWorking;
    }

    /** As they stood when their ratings were told. */
    Peers(Map<ContributorId, Rater> restored) {
        this(false);
        raters.putAll(restored);
    }

    /** One object for one person, however many works name them. */
    ContributorId known(ContributorId person) {
        Rater rater = raters.get(person);
        if (rater != null) {
            return rater.id();
        }
        ContributorId before = authors.putIfAbsent(person, person);
        return before == null ? person : before;
    }

    private Rater rater(ContributorId person) {
        Rater known = raters.get(person);
        if (known != null) {
            return known;
        }
        ContributorId before = authors.remove(person);
        Rater rater = new Rater(before == null ? person : before);
        raters.put(rater.id(), rater);
        return rater;
    }

    /**
     * A rating that passed every check is current from now on. The former rating is forgotten
     * first: a revision counts as new.
     *
     * @param charter of that version
     */
    void rate(
            CommonsEvent.PeerRated rated, int version, Charter charter, Contribution contribution) {
        Rater rater = rater(rated.raterId());
        Rating former = contribution.ratings().of(rater);
        if (former != null) {
            rater.forget(former);
        }
        Rating rating = rating(rated, charter, contribution, rater);
        if (keepsWorking) {
            rating = rating.with(working(rated, version, charter, contribution, rater));
        }
        rater.remember(rating);
        contribution.remember(rating);
    }

    private static Rating rating(
            CommonsEvent.PeerRated rated,
            Charter charter,
            Contribution contribution,
            Rater others) {
        long points = ValueEquation.points(charter, rated.scores());
        long influence = PairCap.influence(
                charter, points, contribution.authors(), others, rated.confidence());
        long level = ValueEquation.levelInLongs(charter, points, others);
        List<ContributorId> authors = contribution.authorIds();
        return level == ValueEquation.BEYOND_LONG
                ? Rating.of(
                        others,
                        points,
                        ValueEquation.level(charter, points, others),
                        influence,
                        authors)
                : new Rating(others, points, level, null, influence, authors, null);
    }

    private static RatingWorking working(
            CommonsEvent.PeerRated rated,
            int version,
            Charter charter,
            Contribution contribution,
            Rater others) {
        long points = ValueEquation.points(charter, rated.scores());
        return new RatingWorking(
                version,
                rated.scores(),
                rated.confidence(),
                points,
                others.count(),
                others.points(),
                PairCap.of(charter, points, contribution.authors(), others));
    }

    /** False when the peer has no current rating of it. */
    boolean retract(Contribution contribution, ContributorId raterId) {
        Rater rater = raters.get(raterId);
        Rating former = rater == null ? null : contribution.ratings().of(rater);
        if (former == null) {
            return false;
        }
        rater.forget(former);
        contribution.forget(rater);
        return true;
    }
}
