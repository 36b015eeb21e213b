package org.commonfold.contribution.domain;

import java.util.List;

/**
 * One question of the rating rubric.
 *
 * @param name unique in the charter
 * @param weight what its points are multiplied by, 1–100
 * @param min the lowest score, −100…100
 * @param points what each score from {@code min} on is worth: 1–100 numbers, 0–1 000 000, that do
 *     not fall
 */
public record Criterion(String name, int weight, int min, List<Integer> points) {

    public Criterion {
        points = List.copyOf(points);
    }

    boolean pointsFall() {
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i) < points.get(i - 1)) {
                return true;
            }
        }
        return false;
    }

    boolean admits(int score) {
        return score >= min && score < min + points.size();
    }

    long earned(int score) {
        return (long) weight * points.get(score - min);
    }

    /** What the best score earns: points do not fall. */
    long most() {
        return (long) weight * points.get(points.size() - 1);
    }
}
