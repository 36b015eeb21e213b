package org.commonfold.rating.domain;

/**
 * One question of the rating rubric.
 *
 * @param name unique in the charter
 * @param min the lowest score
 * @param max the highest score
 */
public record Criterion(String name, int min, int max) {

    boolean allows(int score) {
        return score >= min && score <= max;
    }
}
