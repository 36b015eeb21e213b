package org.commonfold.rating.domain;

import java.util.List;

/**
 * One question of the rating rubric.
 *
 * @param name unique in the charter
 * @param weight what its points are multiplied by
 * @param min the lowest score
 * @param points what each score from {@code min} on is worth
 */
public record Criterion(String name, int weight, int min, List<Integer> points) {

    public Criterion {
        points = List.copyOf(points);
    }

    boolean allows(int score) {
        return score >= min && score < min + points.size();
    }

    /** Weighted points of a score that is allowed: at most 10⁸. */
    long weightedPoints(int score) {
        return (long) weight * points.get(score - min);
    }
}
