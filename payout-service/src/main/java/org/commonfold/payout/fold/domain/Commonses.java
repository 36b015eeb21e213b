package org.commonfold.payout.fold.domain;

import java.util.HashMap;
import java.util.Map;

/**
 * All commons of a part of the log, each folded on its own; only the ids of their revenues are
 * known to all of them.
 */
public final class Commonses {

    private final Map<CommonsId, CommonsFold> byId = new HashMap<>();
    private final Revenues revenues = new Revenues();

    /** Folds one event. Rejected, it changes nothing. */
    public Verdict fold(CommonsEvent event) {
        CommonsFold commons = byId.get(event.commonsId());
        if (commons != null) {
            return event.foldInto(commons);
        }
        if (event instanceof CommonsEvent.CommonsFounded founded) {
            return found(founded);
        }
        return Verdict.rejected(Rejection.UNKNOWN_COMMONS);
    }

    private Verdict found(CommonsEvent.CommonsFounded founded) {
        if (!founded.charter().isWithinRanges()) {
            return Verdict.rejected(Rejection.CHARTER_OUT_OF_RANGE);
        }
        byId.put(
                founded.commonsId(),
                new CommonsFold(founded.commonsId(), founded.charter(), revenues));
        return Verdict.accepted();
    }
}
