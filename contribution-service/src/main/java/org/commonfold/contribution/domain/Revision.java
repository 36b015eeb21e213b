package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.function.LongPredicate;

/** The rules of revising a contribution. Pure: no clock, no repository, no framework. */
public final class Revision {

    /**
     * One of its authors publishes a new version.
     *
     * @param expected whether an event count is the one the author has read
     */
    public Decision<ContributionEvent.Revised> decide(
            Contribution contribution,
            NewVersion revised,
            ContributorId who,
            LongPredicate expected,
            Instant now) {
        if (!contribution.isAuthoredBy(who)) {
            return Decision.reject(Rejection.NOT_AN_AUTHOR);
        }
        if (!expected.test(contribution.eventCount())) {
            return Decision.reject(Rejection.STALE_VERSION);
        }
        if (contribution.isWithdrawn()) {
            return Decision.reject(Rejection.WITHDRAWN);
        }
        if (!revised.changes(contribution.work())) {
            return Decision.reject(Rejection.NOTHING_REVISED);
        }
        return Decision.accept(new ContributionEvent.Revised(
                contribution.id(),
                contribution.commonsId(),
                contribution.version() + 1,
                revised.title(),
                revised.content(),
                who,
                now));
    }
}
