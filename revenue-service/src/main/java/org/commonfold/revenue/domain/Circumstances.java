package org.commonfold.revenue.domain;

import java.util.Optional;
import java.util.Set;

/**
 * All that decides whether a revenue is declared.
 *
 * @param published those of the contributions it names that are published in its commons; a
 *     withdrawn one counts, since it was used all the same
 * @param former the revenue that this partner declared under this reference before, if any
 */
public record Circumstances(
        boolean isPartnerRegistered,
        boolean isCommonsKnown,
        Set<ContributionId> published,
        Optional<Revenue> former) {

    public Circumstances {
        published = Set.copyOf(published);
    }
}
