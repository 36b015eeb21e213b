package org.commonfold.contribution.domain;

import java.time.Instant;

/** The rules of withdrawing. Pure: no clock, no repository, no framework. */
public final class Withdrawal {

    public Decision<ContributionEvent.Withdrawn> decide(
            Contribution contribution, Commons commons, Person who, Instant now) {
        if (!contribution.isAuthoredBy(who.id()) && !commons.isStewardedBy(who)) {
            return Decision.reject(Rejection.NOT_AN_AUTHOR);
        }
        if (contribution.isWithdrawn()) {
            // The same request again, after a lost response: nothing new to record.
            return Decision.nothingNew();
        }
        return Decision.accept(
                new ContributionEvent.Withdrawn(contribution.id(), contribution.commonsId(), now));
    }
}
