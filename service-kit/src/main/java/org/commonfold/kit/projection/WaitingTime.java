package org.commonfold.kit.projection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * For how long the oldest record that is not read yet has been waiting, by looks at both ends: what
 * the log ended with at an earlier look has been there since then at least. Whatever wrote the
 * records, no clock but ours is trusted.
 */
final class WaitingTime {

    /** Of those that are kept; beyond it every other one is forgotten, which makes it coarser. */
    static final int LOOKS_MAX = 256;

    private record Look(long nanos, long end) {}

    private final Deque<Look> looks = new ArrayDeque<>();

    /**
     * One look more.
     *
     * @param nowNanos as {@link System#nanoTime()} has it
     * @param end the offset after the last record
     * @param next the offset of the record to be read next
     */
    Duration at(long nowNanos, long end, long next) {
        while (!looks.isEmpty() && looks.getFirst().end <= next) {
            looks.removeFirst();
        }
        if (end > next && (looks.isEmpty() || looks.getLast().end < end)) {
            looks.addLast(new Look(nowNanos, end));
        }
        if (looks.size() > LOOKS_MAX) {
            forgetEveryOther();
        }
        return looks.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(nowNanos - looks.getFirst().nanos);
    }

    /** Never the oldest one. */
    private void forgetEveryOther() {
        boolean isKept = false;
        for (Iterator<Look> each = looks.iterator(); each.hasNext(); ) {
            each.next();
            isKept = !isKept;
            if (!isKept) {
                each.remove();
            }
        }
    }
}
