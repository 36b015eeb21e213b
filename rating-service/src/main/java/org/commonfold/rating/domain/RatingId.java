package org.commonfold.rating.domain;

import java.util.UUID;

/** One peer's rating of one contribution, through all its revisions. */
public record RatingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
