package org.commonfold.rating.domain;

import java.util.UUID;

/** One published work. */
public record ContributionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
