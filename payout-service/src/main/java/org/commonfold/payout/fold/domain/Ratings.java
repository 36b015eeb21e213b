package org.commonfold.payout.fold.domain;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The current ratings of one work, one of each peer. Most works have a handful, and most of the
 * memory of a fold is here: so an array, and an index only where there are many.
 */
final class Ratings {

    private static final int INDEXED_FROM = 32;
    private static final Rating[] NONE = {};

    private Rating[] ratings = NONE;
    private int size;
    /** Where each peer's is; null while there are few. */
    private Map<Rater, Integer> places;

    int size() {
        return size;
    }

    /** In no order that anything depends on. */
    Rating get(int place) {
        return ratings[place];
    }

    /** A peer's, or null. */
    Rating of(Rater rater) {
        int place = place(rater);
        return place < 0 ? null : ratings[place];
    }

    private int place(Rater rater) {
        if (places != null) {
            return places.getOrDefault(rater, -1);
        }
        for (int place = 0; place < size; place++) {
            if (ratings[place].rater() == rater) {
                return place;
            }
        }
        return -1;
    }

    /** In the place of the same peer's former one. */
    void put(Rating rating) {
        int place = place(rating.rater());
        if (place < 0) {
            place = size++;
            if (size > ratings.length) {
                ratings = Arrays.copyOf(ratings, size + size / 2 + 1);
            }
        }
        set(place, rating);
        if (places == null && size >= INDEXED_FROM) {
            places = new IdentityHashMap<>();
            for (int each = 0; each < size; each++) {
                places.put(ratings[each].rater(), each);
            }
        }
    }

    void remove(Rater rater) {
        int place = place(rater);
        if (place >= 0) {
            if (places != null) {
                places.remove(rater);
            }
            Rating last = ratings[--size];
            ratings[size] = null;
            if (place < size) {
                set(place, last);
            }
        }
    }

    private void set(int place, Rating rating) {
        ratings[place] = rating;
        if (places != null) {
            places.put(rating.rater(), place);
        }
    }
}
