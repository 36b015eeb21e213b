package org.commonfold.rating.domain;

import java.util.Set;

/**
 * A published work, as far as rating it needs to know.
 *
 * @param authors who made it, by the last apportionment
 */
public record Contribution(
        ContributionId id, CommonsId commonsId, Set<ContributorId> authors, boolean isWithdrawn) {

    public Contribution {
        authors = Set.copyOf(authors);
    }

    boolean isAuthoredBy(ContributorId who) {
        return authors.contains(who);
    }

    Contribution authoredBy(Set<ContributorId> others) {
        return new Contribution(id, commonsId, others, isWithdrawn);
    }

    Contribution withdrawn() {
        return new Contribution(id, commonsId, authors, true);
    }
}
