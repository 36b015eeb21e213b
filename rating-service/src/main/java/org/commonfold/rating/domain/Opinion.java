package org.commonfold.rating.domain;

import java.util.Map;

/**
 * What a peer found a contribution worth: the part of a rating that everybody learns.
 *
 * @param scores by criterion
 * @param confidence 1–5, or null when the peer did not say
 */
public record Opinion(Map<String, Integer> scores, Integer confidence) {

    public Opinion {
        scores = Map.copyOf(scores);
    }
}
