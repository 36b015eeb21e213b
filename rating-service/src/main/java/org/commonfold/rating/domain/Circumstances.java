package org.commonfold.rating.domain;

import java.util.Optional;

/**
 * All that decides whether a proposal is accepted.
 *
 * @param charter the one in force
 * @param raterBelongs whether the rater has published in this commons or was invited
 * @param former the rater's rating of the contribution, even a retracted one
 */
public record Circumstances(
        Contribution contribution, Charter charter, boolean raterBelongs, Optional<Rating> former) {

    /** The former rating, unless it was retracted. */
    public Optional<Rating> current() {
        return former.filter(rating -> !rating.isRetracted());
    }
}
