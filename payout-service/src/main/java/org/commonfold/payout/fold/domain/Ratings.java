package org.commonfold.payout.fold.domain;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The current ratings of one work, one of each peer. Most works have a handful, and most of the
 * memory of a fold is here: so they are columns of numbers, with a {@link Rating} made for whoever
 * asks, and an index only where there are many.
 */
final class Ratings {

    private static final int INDEXED_FROM = 32;
    private static final Rater[] NOBODY = {};
    private static final long[] NO_LONGS = {};
    private static final int[] NO_INTS = {};

    private Rater[] raters = NOBODY;
    private long[] points = NO_LONGS;
    private long[] levels = NO_LONGS;
    /** At most five thirds of a million each. */
    private int[] influences = NO_INTS;

    private int size;
    /** What the work's authors were when the first of them arrived. */
    private List<ContributorId> authors;
    /** Those of which the columns do not tell all; null while there are none. */
    private Map<Rater, Rating> unusual;
    /** Where each peer's is; null while there are few. */
    private Map<Rater, Integer> places;

    int size() {
        return size;
    }

    /** In no order that anything depends on. */
    Rating get(int place) {
        Rating whole = unusual == null ? null : unusual.get(raters[place]);
        return whole != null
                ? whole
                : new Rating(
                        raters[place],
                        points[place],
                        levels[place],
                        null,
                        influences[place],
                        authors,
                        null);
    }

    /** Whose that is. */
    Rater rater(int place) {
        return raters[place];
    }

    /** Its level, unless that {@link #isBeyondLong}. */
    long level(int place) {
        return levels[place];
    }

    boolean isBeyondLong(int place) {
        return unusual != null && get(place).beyondLong() != null;
    }

    long influence(int place) {
        return influences[place];
    }

    /** A peer's, or null. */
    Rating of(Rater rater) {
        int place = place(rater);
        return place < 0 ? null : get(place);
    }

    private int place(Rater rater) {
        if (places != null) {
            return places.getOrDefault(rater, -1);
        }
        for (int place = 0; place < size; place++) {
            if (raters[place] == rater) {
                return place;
            }
        }
        return -1;
    }

    /**
     * In the place of the same peer's former one.
     *
     * @return the place
     */
    int put(Rating rating) {
        int place = place(rating.rater());
        if (place < 0) {
            place = size++;
            if (size > raters.length) {
                grow(size + size / 2);
            }
            raters[place] = rating.rater();
        }
        points[place] = rating.points();
        levels[place] = rating.level();
        influences[place] = Math.toIntExact(rating.influence());
        remember(rating);
        index(place);
        return place;
    }

    private void remember(Rating rating) {
        if (authors == null) {
            authors = rating.authors();
        }
        if (rating.authors() != authors
                || rating.beyondLong() != null
                || rating.working() != null) {
            unusual = unusual == null ? new IdentityHashMap<>() : unusual;
            unusual.put(rating.rater(), rating);
        } else {
            forget(rating.rater());
        }
    }

    private void forget(Rater rater) {
        if (unusual != null) {
            unusual.remove(rater);
        }
    }

    private void grow(int capacity) {
        raters = Arrays.copyOf(raters, capacity);
        points = Arrays.copyOf(points, capacity);
        levels = Arrays.copyOf(levels, capacity);
        influences = Arrays.copyOf(influences, capacity);
    }

    private void index(int place) {
        if (places != null) {
            places.put(raters[place], place);
        } else if (size >= INDEXED_FROM) {
            places = new IdentityHashMap<>();
            for (int each = 0; each < size; each++) {
                places.put(raters[each], each);
            }
        }
    }

    /**
     * Another may take its place.
     *
     * @return the place; that behind the last when there was none
     */
    int remove(Rater rater) {
        int place = place(rater);
        if (place < 0) {
            return size;
        }
        forget(rater);
        if (places != null) {
            places.remove(rater);
        }
        size--;
        if (place < size) {
            raters[place] = raters[size];
            points[place] = points[size];
            levels[place] = levels[size];
            influences[place] = influences[size];
            index(place);
        }
        raters[size] = null;
        return place;
    }
}
