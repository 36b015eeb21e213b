package org.commonfold.rating.domain;

import java.util.Set;

/**
 * A published work, as far as rating it needs to know.
 *
 * @param title what it is called, or null where the log does not tell
 * @param kind such as design or text, or null where the log does not tell
 * @param authors who made it, by the last apportionment
 */
public record Contribution(
        ContributionId id,
        CommonsId commonsId,
        String title,
        String kind,
        Set<ContributorId> authors,
        boolean isWithdrawn) {

    public Contribution {
        authors = Set.copyOf(authors);
    }

    boolean isAuthoredBy(ContributorId who) {
        return authors.contains(who);
    }

    Contribution authoredBy(Set<ContributorId> others) {
        return new Contribution(id, commonsId, title, kind, others, isWithdrawn);
    }

    Contribution titled(String other) {
        return new Contribution(id, commonsId, other, kind, authors, isWithdrawn);
    }

    Contribution withdrawn() {
        return new Contribution(id, commonsId, title, kind, authors, true);
    }
}
