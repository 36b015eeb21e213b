package org.commonfold.payout.fold.domain;

import java.util.List;

/**
 * One question of the rating rubric.
 *
 * @param name what scores call it
 * @param weight what its points are multiplied by
 * @param min the lowest score
 * @param points what each score from {@code min} on is worth
 */
public record Criterion(String name, int weight, int min, List<Integer> points) {

    static final Range WEIGHT = new Range(1, 100);
    static final Range MIN = new Range(-100, 100);
    static final Range POINTS_COUNT = new Range(1, 100);
    static final Range POINTS = new Range(0, 1_000_000);

    public Criterion {
        points = List.copyOf(points);
    }

    boolean isWithinRanges() {
        if (!WEIGHT.holds(weight) || !MIN.holds(min) || !POINTS_COUNT.holds(points.size())) {
            return false;
        }
        int last = 0;
        for (int worth : points) {
            if (worth < last || !POINTS.holds(worth)) {
                return false;
            }
            last = worth;
        }
        return true;
    }

    boolean allows(long score) {
        return score >= min && score < (long) min + points.size();
    }

    /** Weighted points of a score that is allowed: at most 10⁸. */
    public long weightedPoints(long score) {
        return (long) weight * points.get((int) (score - min));
    }
}
