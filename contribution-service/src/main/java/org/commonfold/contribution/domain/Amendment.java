package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.function.LongPredicate;

/** The rules of amending a charter. Pure: no clock, no repository, no framework. */
public final class Amendment {

    /**
     * One of its stewards amends the charter of a commons, having read the version in force.
     *
     * @param expected whether a charter version is one the steward meant to amend
     */
    public Decision<CommonsEvent.Amended> decide(
            Commons commons, Charter charter, Person who, LongPredicate expected, Instant now) {
        if (!commons.isStewardedBy(who)) {
            return Decision.reject(Rejection.NOT_A_STEWARD);
        }
        if (!expected.test(commons.charterVersion())) {
            return Decision.reject(Rejection.STALE_VERSION);
        }
        if (!charter.isSound()) {
            return Decision.reject(Rejection.UNSOUND_CHARTER);
        }
        if (charter.equals(commons.charter())) {
            return Decision.nothingNew();
        }
        return Decision.accept(new CommonsEvent.Amended(commons.amended(charter), who.id(), now));
    }
}
