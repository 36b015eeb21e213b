package org.commonfold.payout.transparency.messaging;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsId;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * States for the next request to go on from. A state that is taken is its taker's alone until it is
 * put back. Those put back longest ago make room first.
 */
final class KeptRefolds {

    private final long sizeMax;
    private final Deque<Refold> latestFirst = new ArrayDeque<>();

    KeptRefolds(long sizeMax) {
        this.sizeMax = sizeMax;
    }

    /**
     * The one that has come furthest without having passed an offset, or a new one.
     *
     * @param under the charter it is previewed under, or null for what really was
     */
    synchronized Refold take(CommonsId commonsId, Charter under, long offset) {
        Refold furthest = null;
        for (Refold one : latestFirst) {
            boolean fits = one.isOf(commonsId, under) && one.next() <= offset;
            if (fits && (furthest == null || one.next() > furthest.next())) {
                furthest = one;
            }
        }
        if (furthest == null) {
            return new Refold(commonsId, under);
        }
        latestFirst.remove(furthest);
        return furthest;
    }

    /** The one put back last is kept, however large: else nobody would ever come to its end. */
    synchronized void putBack(Refold refold) {
        latestFirst.addFirst(refold);
        long size = 0;
        Iterator<Refold> each = latestFirst.iterator();
        while (each.hasNext()) {
            Refold one = each.next();
            size += one.size();
            if (size > sizeMax && one != refold) {
                each.remove();
            }
        }
    }

    synchronized int count() {
        return latestFirst.size();
    }
}
