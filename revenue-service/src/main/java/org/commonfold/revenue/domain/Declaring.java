package org.commonfold.revenue.domain;

/** The rules of declaring a revenue. Pure: no clock, no repository, no framework. */
public final class Declaring {

    public Decision<RevenueEvent.Declared> decide(Revenue proposed, Circumstances now) {
        if (!now.isPartnerRegistered()) {
            return Decision.reject(Rejection.UNREGISTERED_PARTNER);
        }
        if (!now.isCommonsKnown()) {
            return Decision.reject(Rejection.UNKNOWN_COMMONS);
        }
        if (now.former().isPresent()) {
            // The same request again, after a lost response: nothing new to record.
            return now.former().get().saysTheSameAs(proposed)
                    ? Decision.nothingNew()
                    : Decision.reject(Rejection.REFERENCE_REUSED);
        }
        Declaration declaration = proposed.declaration();
        if (declaration.namesAContributionTwice()) {
            return Decision.reject(Rejection.CONTRIBUTION_TWICE);
        }
        if (!now.published().containsAll(declaration.used())) {
            return Decision.reject(Rejection.UNKNOWN_CONTRIBUTION);
        }
        return Decision.accept(new RevenueEvent.Declared(proposed));
    }
}
