package org.commonfold.rating.domain;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

/**
 * A rating that counts, as it was fixed when it arrived in the log.
 *
 * @param charterVersion the charter it was rated by
 * @param points the weighted points of its scores
 * @param level the points, made comparable by the rater's own average; in millionths
 * @param authors of the contribution when the rating arrived
 */
public record CurrentRating(
        RatingKey key,
        Map<String, Integer> scores,
        int charterVersion,
        long points,
        BigInteger level,
        Set<ContributorId> authors) {

    public CurrentRating {
        scores = Map.copyOf(scores);
        authors = Set.copyOf(authors);
    }
}
