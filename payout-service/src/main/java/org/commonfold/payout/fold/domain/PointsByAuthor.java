package org.commonfold.payout.fold.domain;

import java.util.Arrays;

/**
 * Points by author, for one rater. Of these a fold keeps about as many as there are ratings, so it
 * is a hash table of two arrays (linear probing): a {@code HashMap} takes several times as much.
 */
final class PointsByAuthor {

    private static final int CAPACITY_MIN = 4;

    private ContributorId[] authors = new ContributorId[CAPACITY_MIN];
    private int[] points = new int[CAPACITY_MIN];
    /** Instead of them, once a number is beyond an int. */
    private long[] widePoints;

    private int size;

    /** 0 for an author who has none. */
    long get(ContributorId author) {
        int place = place(author);
        return authors[place] == null ? 0 : pointsAt(place);
    }

    /** An author without points is no entry: what was forgotten takes no room. */
    void add(ContributorId author, long change) {
        int place = place(author);
        if (authors[place] == null) {
            if (change != 0) {
                insert(place, author, change);
            }
            return;
        }
        setPoints(place, pointsAt(place) + change);
        if (pointsAt(place) == 0) {
            remove(place);
        }
    }

    private void insert(int place, ContributorId author, long change) {
        authors[place] = author;
        setPoints(place, change);
        size++;
        if (4 * size > 3 * authors.length) {
            resize();
        }
    }

    private void resize() {
        ContributorId[] formerAuthors = authors;
        int[] formerPoints = points;
        long[] formerWide = widePoints;
        authors = new ContributorId[2 * formerAuthors.length];
        points = formerWide == null ? new int[authors.length] : null;
        widePoints = formerWide == null ? null : new long[authors.length];
        for (int former = 0; former < formerAuthors.length; former++) {
            if (formerAuthors[former] != null) {
                int place = place(formerAuthors[former]);
                authors[place] = formerAuthors[former];
                setPoints(place, formerWide == null ? formerPoints[former] : formerWide[former]);
            }
        }
    }

    /** Those that follow without a gap may have been pushed here: they find their place anew. */
    private void remove(int place) {
        authors[place] = null;
        size--;
        int next = next(place);
        while (authors[next] != null) {
            ContributorId moved = authors[next];
            authors[next] = null;
            int free = place(moved);
            authors[free] = moved;
            setPoints(free, pointsAt(next));
            next = next(next);
        }
    }

    private long pointsAt(int place) {
        return widePoints == null ? points[place] : widePoints[place];
    }

    private void setPoints(int place, long sum) {
        if (widePoints == null && sum != (int) sum) {
            widePoints = Arrays.stream(points).asLongStream().toArray();
            points = null;
        }
        if (widePoints == null) {
            points[place] = (int) sum;
        } else {
            widePoints[place] = sum;
        }
    }

    private int place(ContributorId author) {
        int hash = author.value().hashCode() * 0x9E3779B9;
        int place = (hash ^ hash >>> 16) & (authors.length - 1);
        while (authors[place] != null && !authors[place].equals(author)) {
            place = next(place);
        }
        return place;
    }

    private int next(int place) {
        return (place + 1) & (authors.length - 1);
    }
}
