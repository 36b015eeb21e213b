package org.commonfold.kit.projection;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Recognizes events that stand in a partition a second time, at whatever distance. An event is
 * identified by its {@code ce_id}; a record without an id is always new. Partitions have no order
 * between them, so none may decide what is first in another.
 *
 * <p>Of events that are not in the database yet it knows as well: a batch may be folded while the
 * one before it is being written. Belongs to one assignment; one batch at a time.
 */
final class SeenEvents {

    private final TopicPartition partition;
    private final EventRows rows;
    private final EventSegments segments;

    /**
     * Those of a batch's records that are the first of their event.
     *
     * @param addition their ids to remember; null when none has one of version 7
     * @param others those that have an id, but none of version 7
     */
    record Firsts(
            List<LogRecord> records, EventSegments.Addition addition, List<LogRecord> others) {}

    SeenEvents(TopicPartition partition, EventRows rows, List<EventSegment> stored) {
        this.partition = partition;
        this.rows = rows;
        this.segments = new EventSegments(stored);
    }

    /**
     * Finds the firsts of a batch, and from now on knows them.
     *
     * @param records in order
     */
    Uni<Firsts> firsts(List<LogRecord> records, Lane lane) {
        return find(records, lane).map(batch -> {
            EventSegments.Addition addition =
                    batch.fresh.isEmpty() ? null : segments.add(batch.fresh);
            return new Firsts(batch.first, addition, batch.firstOthers);
        });
    }

    /** As {@link #firsts}, for records whose events are known already, where they first stood. */
    Uni<List<LogRecord>> firstsAgain(List<LogRecord> records, Lane lane) {
        return find(records, lane).map(batch -> batch.first);
    }

    private Uni<Batch> find(List<LogRecord> records, Lane lane) {
        return Uni.createFrom()
                .item(() -> new Batch(records))
                .runSubscriptionOn(lane.workers())
                .chain(batch -> findInSegments(batch, lane))
                .chain(batch -> findOthers(batch, lane))
                .emitOn(lane.workers())
                .invoke(Batch::choose);
    }

    private Uni<Batch> findInSegments(Batch batch, Lane lane) {
        List<EventSegment> holding = segments.holding(batch.times());
        return Multi.createFrom()
                .items(slices(holding).stream())
                .onItem()
                .transformToUniAndConcatenate(slice ->
                        load(slice, lane).emitOn(lane.workers()).invoke(() -> batch.findIn(slice)))
                .collect()
                .last()
                .replaceWith(batch);
    }

    /** So few at a time that all can be loaded. */
    private static List<List<EventSegment>> slices(List<EventSegment> holding) {
        List<List<EventSegment>> slices = new ArrayList<>();
        for (int from = 0; from < holding.size(); from += EventSegments.LOADED_MAX) {
            int to = Math.min(holding.size(), from + EventSegments.LOADED_MAX);
            slices.add(holding.subList(from, to));
        }
        return slices;
    }

    private Uni<Void> load(List<EventSegment> slice, Lane lane) {
        slice.stream().filter(EventSegment::isLoaded).forEach(segments::touch);
        List<EventSegment> missing =
                slice.stream().filter(one -> !one.isLoaded()).toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return lane.ask(() -> rows.load(partition, missing))
                .invoke(() -> missing.forEach(segments::touch));
    }

    private Uni<Batch> findOthers(Batch batch, Lane lane) {
        List<LogRecord> asked = batch.others();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(batch);
        }
        return lane.ask(() -> rows.firstOffsets(asked))
                .invoke(offsets -> batch.otherOffsets = offsets)
                .replaceWith(batch);
    }

    /** Remembers firsts, in the session's transaction. */
    Uni<Void> add(Mutiny.Session session, Firsts firsts) {
        return rows.add(session, partition, firsts.others())
                .chain(() -> rows.add(session, partition, firsts.addition()));
    }

    /** They are in the database. */
    void stored(Firsts firsts) {
        if (firsts.addition() != null) {
            firsts.addition().segment().store();
        }
    }

    /** A batch of records while its firsts are looked for. */
    private final class Batch {

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

        Batch(List<LogRecord> records) {
            this.records = records;
            this.ids = records.stream().map(this::id).toArray(EventId[]::new);
            this.sorted = Arrays.stream(ids).filter(id -> id != null).toArray(EventId[]::new);
            Arrays.sort(sorted, EventId.ORDER);
        }

        private EventId id(LogRecord record) {
            String id = record.eventId();
            return id == null ? null : EventId.parse(id, record.offset()).orElse(null);
        }

        private long[] times() {
            return Arrays.stream(sorted).mapToLong(EventId::timeMillis).toArray();
        }

        private List<LogRecord> others() {
            List<LogRecord> others = new ArrayList<>();
            for (int i = 0; i < ids.length; i++) {
                if (ids[i] == null && records.get(i).eventId() != null) {
                    others.add(records.get(i));
                }
            }
            return others;
        }

        private void findIn(List<EventSegment> slice) {
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

        private void choose() {
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
    }
}
