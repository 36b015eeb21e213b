package org.commonfold.kit.projection;

import org.commonfold.kit.eventstore.CloudEvents;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A batch of records while the firsts of their events are looked for. */
final class EventBatch {

    private final List<LogRecord> records;
    /** In the order of the records; null where there is none of version 7. */
    private final EventId[] ids;
    /** In the order of time, the same ones side by side. */
    private final EventId[] sorted;
    /** Which records stand for an event that stood before. */
    private final BitSet repeated = new BitSet();

    private Map<ByteBuffer, Long> otherOffsets = Map.of();
    private final List<LogRecord> first = new ArrayList<>();
    private final List<EventId> fresh = new ArrayList<>();
    private final List<LogRecord> firstOthers = new ArrayList<>();

    EventBatch(List<LogRecord> records) {
        this.records = records;
        this.ids = records.stream().map(EventBatch::id).toArray(EventId[]::new);
        this.sorted = Arrays.stream(ids).filter(id -> id != null).toArray(EventId[]::new);
        Arrays.sort(sorted, EventId.ORDER);
    }

    private static EventId id(LogRecord record) {
        byte[] id = record.headers().lastBytes(CloudEvents.ID);
        return id == null ? null : EventId.parse(id, record.offset());
    }

    /** In order. */
    long[] times() {
        return Arrays.stream(sorted).mapToLong(EventId::timeMillis).toArray();
    }

    /** Those that have an id, but none of version 7. */
    List<LogRecord> others() {
        List<LogRecord> others = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == null && records.get(i).eventId() != null) {
                others.add(records.get(i));
            }
        }
        return others;
    }

    /** Looks for them in segments that are loaded. */
    void findIn(List<EventSegment> slice) {
        for (EventSegment segment : slice) {
            for (int i = 0; i < ids.length; i++) {
                if (ids[i] != null && segment.mayHold(ids[i].timeMillis())) {
                    long offset = segment.offsetOf(ids[i]);
                    if (offset != EventSegment.NOWHERE && offset != ids[i].offset()) {
                        repeated.set(i);
                    }
                }
            }
        }
    }

    /** Chooses the firsts, when all is found. */
    void choose() {
        Set<Object> inBatch = new HashSet<>();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].isSameEvent(sorted[i - 1])) {
                inBatch.add(sorted[i].offset());
            }
        }
        for (int i = 0; i < ids.length; i++) {
            LogRecord record = records.get(i);
            if (repeated.get(i) || isRepeatedOther(record)) {
                continue;
            }
            if (ids[i] == null) {
                chooseOther(record, inBatch);
            } else if (!inBatch.contains(record.offset())) {
                first.add(record);
                fresh.add(ids[i]);
            }
        }
    }

    private void chooseOther(LogRecord record, Set<Object> inBatch) {
        if (record.eventId() == null) {
            first.add(record);
        } else if (inBatch.add(EventRows.digest(record))) {
            first.add(record);
            firstOthers.add(record);
        }
    }

    private boolean isRepeatedOther(LogRecord record) {
        if (otherOffsets.isEmpty() || record.eventId() == null) {
            return false;
        }
        Long offset = otherOffsets.get(EventRows.digest(record));
        return offset != null && offset != record.offset();
    }

    /** Where those first stood that have a row each, by digest. */
    void foundOthers(Map<ByteBuffer, Long> offsets) {
        otherOffsets = offsets;
    }

    /** What was chosen. */
    List<LogRecord> firsts() {
        return first;
    }

    /** Of the firsts, the ids of version 7. */
    List<EventId> firstIds() {
        return fresh;
    }

    /** The firsts that have another id. */
    List<LogRecord> firstOthers() {
        return firstOthers;
    }
}
