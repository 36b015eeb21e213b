package org.commonfold.payout.fold.domain;

import java.util.Arrays;

/**
 * The value of a work as {@link Valuation} finds it, without a list of votes to show: a revenue
 * asks it of every live work. For levels that a long holds.
 */
final class Median {

    /** When a long does not do; no value is below 0. */
    static final long BEYOND_LONG = -1;

    private static final long MILLION = 1_000_000;
    /** Twice as many as most works have ratings; more get arrays of their own. */
    private static final int VOTES = 64;

    private long[] levels = new long[VOTES];
    private long[] influences = new long[VOTES];
    private int size;

    /** The value by the ratings of those who are none of the authors. */
    long of(Charter charter, Contribution work) {
        Ratings ratings = work.ratings();
        if (levels.length <= ratings.size()) {
            levels = new long[2 * ratings.size()];
            influences = new long[2 * ratings.size()];
        }
        size = 0;
        for (int i = 0; i < ratings.size(); i++) {
            if (!work.isBy(ratings.rater(i).id())) {
                if (ratings.isBeyondLong(i)) {
                    return BEYOND_LONG;
                }
                add(ratings.level(i), ratings.influence(i));
            }
        }
        if (size < charter.quorum()) {
            return 0;
        }
        add(MILLION * charter.referencePoints(), 1_000L * charter.priorPerMille());
        sort();
        return median();
    }

    private void add(long level, long influence) {
        levels[size] = level;
        influences[size] = influence;
        size++;
    }

    private void sort() {
        if (size > VOTES) {
            sortMany();
            return;
        }
        for (int i = 1; i < size; i++) {
            long level = levels[i];
            long influence = influences[i];
            int place = i;
            while (place > 0 && levels[place - 1] > level) {
                levels[place] = levels[place - 1];
                influences[place] = influences[place - 1];
                place--;
            }
            levels[place] = level;
            influences[place] = influence;
        }
    }

    private void sortMany() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Long.compare(levels[one], levels[other]));
        long[] sortedLevels = new long[levels.length];
        long[] sortedInfluences = new long[levels.length];
        for (int i = 0; i < size; i++) {
            sortedLevels[i] = levels[order[i]];
            sortedInfluences[i] = influences[order[i]];
        }
        levels = sortedLevels;
        influences = sortedInfluences;
    }

    private long median() {
        long total = 0;
        for (int i = 0; i < size; i++) {
            total += influences[i];
        }
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += influences[i];
            if (influences[i] > 0 && 2 * sum > total) {
                return levels[i];
            }
            if (influences[i] > 0 && 2 * sum == total) {
                return mean(levels[i], levels[nextHeard(i)]);
            }
        }
        return 0;
    }

    private int nextHeard(int place) {
        int next = place + 1;
        while (influences[next] == 0) {
            next++;
        }
        return next;
    }

    /** The floor of it, for none of them negative. */
    private static long mean(long one, long other) {
        return one + (other - one) / 2;
    }
}
