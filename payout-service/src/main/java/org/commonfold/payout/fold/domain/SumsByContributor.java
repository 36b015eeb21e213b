package org.commonfold.payout.fold.domain;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sums by contributor: of points, or of micros. For each rater a fold keeps one, with about as many
 * sums in all as there are ratings, so it is a hash table of two arrays (linear probing): a {@code
 * HashMap} takes several times as much.
 */
final class SumsByContributor {

    private static final int CAPACITY_MIN = 4;

    private ContributorId[] contributors = new ContributorId[CAPACITY_MIN];
    private int[] sums = new int[CAPACITY_MIN];
    /** Instead of them, once a number is beyond an int. */
    private long[] wideSums;

    private int size;

    /** 0 for a contributor who has none. */
    long get(ContributorId contributor) {
        int place = place(contributor);
        return contributors[place] == null ? 0 : sumAt(place);
    }

    /** A contributor whose sum is 0 is no entry: what was forgotten takes no room. */
    void add(ContributorId contributor, long change) {
        int place = place(contributor);
        if (contributors[place] == null) {
            if (change != 0) {
                insert(place, contributor, change);
            }
            return;
        }
        setSum(place, sumAt(place) + change);
        if (sumAt(place) == 0) {
            remove(place);
        }
    }

    /** All of them, in the order of their ids. */
    Map<ContributorId, Long> inOrder() {
        ContributorId[] order = Arrays.stream(contributors)
                .filter(contributor -> contributor != null)
                .toArray(ContributorId[]::new);
        Arrays.parallelSort(order);
        Map<ContributorId, Long> all = new LinkedHashMap<>(2 * order.length);
        for (ContributorId contributor : order) {
            all.put(contributor, get(contributor));
        }
        return all;
    }

    private void insert(int place, ContributorId contributor, long change) {
        contributors[place] = contributor;
        setSum(place, change);
        size++;
        if (4 * size > 3 * contributors.length) {
            resize();
        }
    }

    private void resize() {
        ContributorId[] formerContributors = contributors;
        int[] formerSums = sums;
        long[] formerWide = wideSums;
        contributors = new ContributorId[2 * formerContributors.length];
        sums = formerWide == null ? new int[contributors.length] : null;
        wideSums = formerWide == null ? null : new long[contributors.length];
        for (int former = 0; former < formerContributors.length; former++) {
            if (formerContributors[former] != null) {
                int place = place(formerContributors[former]);
                contributors[place] = formerContributors[former];
                setSum(place, formerWide == null ? formerSums[former] : formerWide[former]);
            }
        }
    }

    /** Those that follow without a gap may have been pushed here: they find their place anew. */
    private void remove(int place) {
        contributors[place] = null;
        size--;
        int next = next(place);
        while (contributors[next] != null) {
            ContributorId moved = contributors[next];
            contributors[next] = null;
            int free = place(moved);
            contributors[free] = moved;
            setSum(free, sumAt(next));
            next = next(next);
        }
    }

    private long sumAt(int place) {
        return wideSums == null ? sums[place] : wideSums[place];
    }

    private void setSum(int place, long sum) {
        if (wideSums == null && sum != (int) sum) {
            wideSums = Arrays.stream(sums).asLongStream().toArray();
            sums = null;
        }
        if (wideSums == null) {
            sums[place] = (int) sum;
        } else {
            wideSums[place] = sum;
        }
    }

    private int place(ContributorId contributor) {
        int hash = contributor.value().hashCode() * 0x9E3779B9;
        int place = (hash ^ hash >>> 16) & (contributors.length - 1);
        while (contributors[place] != null && !contributors[place].equals(contributor)) {
            place = next(place);
        }
        return place;
    }

    private int next(int place) {
        return (place + 1) & (contributors.length - 1);
    }
}
