package org.commonfold.contribution.domain;

import java.time.Instant;

/** The rules of taking up a need and of stepping back. Pure: no clock, no repository. */
public final class TakingUp {

    /** So many work on one need at most: whoever comes later finds others that wait. */
    public static final int TAKERS_MAX = 100;

    public Decision<NeedEvent.TakenUp> takeUp(Need need, ContributorId who, Instant now) {
        if (need.isClosed()) {
            return Decision.reject(Rejection.NEED_CLOSED);
        }
        if (need.isTakenUpBy(who)) {
            // The same request again, after a lost response: nothing new to record.
            return Decision.nothingNew();
        }
        if (need.takers().size() >= TAKERS_MAX) {
            return Decision.reject(Rejection.TOO_MANY_TAKERS);
        }
        return Decision.accept(new NeedEvent.TakenUp(need.id(), need.commonsId(), who, now));
    }

    /** Who worked on a closed need stays named there: it is history. */
    public Decision<Need> stepBack(Need need, ContributorId who) {
        if (!need.isTakenUpBy(who)) {
            return Decision.reject(Rejection.NOT_TAKEN_UP);
        }
        if (need.isClosed()) {
            return Decision.reject(Rejection.NEED_CLOSED);
        }
        return Decision.accept(need.leftBy(who));
    }
}
