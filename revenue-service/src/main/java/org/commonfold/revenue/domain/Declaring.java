package org.commonfold.revenue.domain;

import java.util.Optional;
import java.util.Set;

/** The rules of declaring a revenue. Pure: no clock, no repository, no framework. */
public final class Declaring {

    /**
     * @param former the revenue that this partner declared under this reference before, if any
     * @param published those of the contributions it names that are published in its commons; a
     *     withdrawn one counts, since it was used all the same
     */
    public Decision<RevenueEvent.Declared> decide(
            Revenue proposed, Optional<Revenue> former, Set<ContributionId> published) {
        if (former.isPresent()) {
            // The same request again, after a lost response: nothing new to record.
            return former.get().saysTheSameAs(proposed)
                    ? Decision.nothingNew()
                    : Decision.reject(Rejection.REFERENCE_REUSED);
        }
        Declaration declaration = proposed.declaration();
        if (declaration.namesAContributionTwice()) {
            return Decision.reject(Rejection.CONTRIBUTION_TWICE);
        }
        if (!published.containsAll(declaration.used())) {
            return Decision.reject(Rejection.UNKNOWN_CONTRIBUTION);
        }
        return Decision.accept(new RevenueEvent.Declared(proposed));
    }
}
