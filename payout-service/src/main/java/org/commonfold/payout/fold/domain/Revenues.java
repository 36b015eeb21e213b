package org.commonfold.payout.fold.domain;

import java.util.HashMap;
import java.util.Map;

/** Every declared revenue of a part of the log: their ids alone are unique over all commons. */
final class Revenues {

    private final Map<RevenueId, Revenue> byId = new HashMap<>();

    boolean isDeclared(RevenueId id) {
        return byId.containsKey(id);
    }

    void add(RevenueId id, Revenue revenue) {
        byId.put(id, revenue);
    }

    /** A revenue of this commons, or null: another's is as unknown here as one that never was. */
    Revenue of(CommonsId commonsId, RevenueId id) {
        Revenue revenue = byId.get(id);
        return revenue != null && revenue.commonsId().equals(commonsId) ? revenue : null;
    }
}
