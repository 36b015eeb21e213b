package org.commonfold.kit.projection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ids of events that stand near each other in a partition, in one row: sorted, 20 bytes each
 * (id, distance from the first offset). A row for each event would cost several times as much
 * as to fold it.
 */
final class EventSegment {

    /** 160 KiB, read whole when one of its ids is asked for. What is polled together fits in. */
    static final int EVENTS_MAX = 8_192;

    /** No event of a partition has this offset. */
    static final long NOWHERE = -1;

    private static final int LENGTH = 2 * Long.BYTES + Integer.BYTES;
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    final long firstOffset;
    final long fromMillis;
    final long toMillis;
    final int count;

    /** Null while it is in the database only. */
    private byte[] ids;

    /** Written by another thread than those that fold. */
    private volatile boolean stored;

    EventSegment(long firstOffset, long fromMillis, long toMillis, int count) {
        this.firstOffset = firstOffset;
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.count = count;
    }

    /**
     * @param events at least one, each event once
     */
    static EventSegment of(List<EventId> events) {
        EventId[] sorted = events.toArray(new EventId[0]);
        long first = events.stream().mapToLong(EventId::offset).min().orElseThrow();
        Arrays.sort(sorted, EventId.ORDER);
        ByteBuffer bytes = ByteBuffer.allocate(sorted.length * LENGTH);
        for (EventId id : sorted) {
            bytes.putLong(id.high()).putLong(id.low()).putInt((int) (id.offset() - first));
        }
        EventSegment segment = new EventSegment(
                first,
                sorted[0].timeMillis(),
                sorted[sorted.length - 1].timeMillis(),
                sorted.length);
        segment.ids = bytes.array();
        return segment;
    }

    /** Whether it is in the database, and may be unloaded. */
    boolean isStored() {
        return stored;
    }

    void store() {
        stored = true;
    }

    boolean isLoaded() {
        return ids != null;
    }

    byte[] ids() {
        return ids;
    }

    /**
     * Takes its ids.
     *
     * @throws Fenced when they are not those of this segment
     */
    void load(byte[] stored) {
        if (stored.length != count * LENGTH) {
            throw new Fenced("Event ids from offset " + firstOffset + " are others now");
        }
        ids = stored;
    }

    void unload() {
        ids = null;
    }

    /** Whether an event of that time may be one of these. */
    boolean mayHold(long timeMillis) {
        return timeMillis >= fromMillis && timeMillis <= toMillis;
    }

    /** Where the same event stands; {@link #NOWHERE} when it is none of these, which are loaded. */
    long offsetOf(EventId id) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = EventId.compare(number(middle, 0), number(middle, 1), id);
            if (order == 0) {
                return offset(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NOWHERE;
    }

    /** All of them; they are loaded. */
    List<EventId> events() {
        List<EventId> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(new EventId(number(i, 0), number(i, 1), offset(i)));
        }
        return events;
    }

    private long number(int event, int place) {
        return (long) LONG.get(ids, event * LENGTH + place * Long.BYTES);
    }

    private long offset(int event) {
        return firstOffset
                + Integer.toUnsignedLong((int) INT.get(ids, event * LENGTH + 2 * Long.BYTES));
    }
}
