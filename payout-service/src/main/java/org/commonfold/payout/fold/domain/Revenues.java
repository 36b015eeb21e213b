package org.commonfold.payout.fold.domain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every declared revenue of a part of the log: their ids alone are unique over all commons. Several
 * threads may ask, each for commons of its own.
 */
final class Revenues {

    private final Map<RevenueId, Revenue> byId = new ConcurrentHashMap<>();
    /** Those that stand in the log already, and are going to be folded: in which commons. */
    private final Map<RevenueId, CommonsId> expected = new ConcurrentHashMap<>();

    /** Whether a commons can no more declare it. */
    boolean isDeclared(CommonsId commonsId, RevenueId id) {
        // In this order: what is no more expected is there.
        return !commonsId.equals(expected.getOrDefault(id, commonsId)) || byId.containsKey(id);
    }

    /** From now on no other commons can declare it, if none has. */
    void expect(CommonsId commonsId, RevenueId id) {
        expected.putIfAbsent(id, commonsId);
        // In this order: it may be folded meanwhile.
        if (byId.containsKey(id)) {
            expected.remove(id);
        }
    }

    void add(RevenueId id, Revenue revenue) {
        byId.put(id, revenue);
        expected.remove(id);
    }

    /** A revenue of this commons, or null: another's is as unknown here as one that never was. */
    Revenue of(CommonsId commonsId, RevenueId id) {
        Revenue revenue = byId.get(id);
        return revenue != null && revenue.commonsId().equals(commonsId) ? revenue : null;
    }
}
