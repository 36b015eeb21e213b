package org.commonfold.rating.domain;

import java.util.Set;

/**
 * What one rater has given to works of the same authors.
 *
 * @param points of all those ratings, more than 0
 */
public record Praise(ContributorId raterId, Set<ContributorId> authors, long points) {

    public Praise {
        authors = Set.copyOf(authors);
    }
}
