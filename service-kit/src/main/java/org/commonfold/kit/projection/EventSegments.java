package org.commonfold.kit.projection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The segments of one partition while it is assigned: of all of them their time, and the ids
 * themselves of those that were needed last.
 */
final class EventSegments {

    /** How many are loaded at a time, at least those that are not in the database yet. */
    static final int LOADED_MAX = 8;

    private final List<EventSegment> segments;
    private final Deque<EventSegment> loaded = new ArrayDeque<>();
    /**
     * What to write for a batch.
     *
     * @param segment its events, perhaps with those of segments before it
     * @param ids its ids, whether or not they are still loaded when they are written
     * @param replaces whether it replaces segments: those from its first offset on
     */
    record Addition(EventSegment segment, byte[] ids, boolean replaces) {}

    EventSegments(List<EventSegment> stored) {
        this.segments = new ArrayList<>(stored);
    }

    /** Those that may hold an event of one of these times, in order. */
    List<EventSegment> holding(long[] sortedTimesMillis) {
        List<EventSegment> holding = new ArrayList<>();
        for (EventSegment segment : segments) {
            int place = firstFrom(sortedTimesMillis, segment.fromMillis);
            if (place < sortedTimesMillis.length && segment.mayHold(sortedTimesMillis[place])) {
                holding.add(segment);
            }
        }
        return holding;
    }

    private static int firstFrom(long[] sorted, long least) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** It was needed last; what was not needed for longest is unloaded. */
    void touch(EventSegment segment) {
        loaded.remove(segment);
        loaded.addLast(segment);
        while (loaded.size() > LOADED_MAX && loaded.peekFirst().isStored()) {
            loaded.removeFirst().unload();
        }
    }

    /**
     * Adds the events of a batch. As in a binary counter, a segment is united with those before it
     * that are no larger: a log that grows event by event makes few rows, and each id is written
     * anew a dozen times at most.
     */
    Addition add(List<EventId> events) {
        List<EventId> united = new ArrayList<>(events);
        boolean replaces = false;
        while (!segments.isEmpty() && isUnitedWith(last(), united)) {
            EventSegment former = segments.remove(segments.size() - 1);
            loaded.remove(former);
            united.addAll(former.events());
            replaces = true;
        }
        EventSegment segment = EventSegment.of(united);
        segments.add(segment);
        touch(segment);
        return new Addition(segment, segment.ids(), replaces);
    }

    private EventSegment last() {
        return segments.get(segments.size() - 1);
    }

    private static boolean isUnitedWith(EventSegment last, List<EventId> events) {
        return last.isLoaded()
                && last.count <= events.size()
                && last.count + events.size() <= EventSegment.EVENTS_MAX
                && events.get(0).offset() - last.firstOffset < Integer.MAX_VALUE;
    }
}
