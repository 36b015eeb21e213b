package org.commonfold.rating.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Those of the current ratings that some events change, with what else their raters have given. The
 * same arithmetic as the fold's, in its order: a level depends on all that was rated before.
 */
public final class CurrentRatings {

    private final Map<RatingKey, CurrentRating> ratings = new HashMap<>();
    private final Map<Rater, RaterTotals> totals;
    private final Set<RatingKey> changed = new LinkedHashSet<>();

    /**
     * @param known those of the ratings that there are
     * @param totals of their raters, as far as they have any current rating
     */
    public CurrentRatings(Collection<CurrentRating> known, Map<Rater, RaterTotals> totals) {
        known.forEach(rating -> ratings.put(rating.key(), rating));
        this.totals = new HashMap<>(totals);
    }

    /** The former rating is forgotten first: a revision counts as new. */
    void rate(RatingKey key, Opinion opinion, Charter charter, Contribution contribution) {
        forget(key);
        RaterTotals others = totalsOf(key.rater());
        long points = charter.points(opinion.scores());
        CurrentRating rating = new CurrentRating(
                key,
                opinion.scores(),
                charter.version(),
                points,
                charter.level(points, others),
                contribution.authors());
        ratings.put(key, rating);
        totals.put(key.rater(), others.with(rating));
        changed.add(key);
    }

    /** Whether there was one to be forgotten. */
    boolean forget(RatingKey key) {
        CurrentRating former = ratings.remove(key);
        if (former == null) {
            return false;
        }
        totals.put(key.rater(), totalsOf(key.rater()).without(former));
        changed.add(key);
        return true;
    }

    private RaterTotals totalsOf(Rater rater) {
        return totals.getOrDefault(rater, RaterTotals.NONE);
    }

    /** Those given, changed or retracted. */
    public Set<RatingKey> changed() {
        return Set.copyOf(changed);
    }

    /** Of those changed, the ones that count now. */
    public List<CurrentRating> counting() {
        return changed.stream().map(ratings::get).filter(Objects::nonNull).toList();
    }

    /** Of the raters of those changed. */
    public Map<Rater, RaterTotals> changedTotals() {
        Map<Rater, RaterTotals> ofChanged = new HashMap<>();
        changed.forEach(key -> ofChanged.put(key.rater(), totalsOf(key.rater())));
        return ofChanged;
    }
}
