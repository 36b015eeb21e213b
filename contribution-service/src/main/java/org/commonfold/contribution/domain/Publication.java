package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.Map;

/** The rules of publishing. Pure: no clock, no repository, no framework. */
public final class Publication {

    /**
     * @param upstream those of the works it claims to derive from that exist, by id
     */
    public Decision<ContributionEvent.Published> decide(
            Contribution proposed, ContributorId who, Map<ContributionId, CommonsId> upstream) {
        Work work = proposed.work();
        if (!work.isAuthoredBy(who)) {
            return Decision.reject(Rejection.NOT_AN_AUTHOR);
        }
        if (work.namesAnAuthorTwice()) {
            return Decision.reject(Rejection.AUTHOR_TWICE);
        }
        if (work.namesAnUpstreamTwice()) {
            return Decision.reject(Rejection.UPSTREAM_TWICE);
        }
        if (work.derivedBasisPoints() > Work.BASIS_POINTS_MAX) {
            return Decision.reject(Rejection.TOO_MANY_BASIS_POINTS);
        }
        for (Derivation derivation : work.derivedFrom()) {
            // Only what is published already can be known: no cycles, nothing from the future.
            CommonsId home = upstream.get(derivation.upstream());
            if (home == null) {
                return Decision.reject(Rejection.UPSTREAM_UNKNOWN);
            }
            if (!home.equals(proposed.commonsId())) {
                return Decision.reject(Rejection.UPSTREAM_IN_ANOTHER_COMMONS);
            }
        }
        return Decision.accept(new ContributionEvent.Published(proposed));
    }

    /** A work as it is about to be published. */
    public static Contribution proposal(
            ContributionId id, CommonsId commonsId, Work work, Instant now) {
        return new Contribution(id, commonsId, work, 1, now, null, 1);
    }
}
