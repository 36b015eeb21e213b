package org.commonfold.kit.projection;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import org.apache.kafka.common.TopicPartition;
import org.commonfold.kit.database.PlainSql;
import org.hibernate.reactive.mutiny.Mutiny;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
    /** Events of which each has a row of its own, while it is being written: where they stand. */
    private final Map<ByteBuffer, Long> unwritten = new ConcurrentHashMap<>();

    /**
     * Those of a batch's records that are the first of their event.
     *
     * @param ids what to remember of them
     */
    record Firsts(List<LogRecord> records, Ids ids) {}

    /**
     * The ids of firsts; not the records, which may go once they are folded.
     *
     * @param addition null when none is of version 7
     * @param others those that have an id, but none of version 7
     */
    record Ids(EventSegments.Addition addition, List<LogRecord> others) {}

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
        return find(records, lane).map(this::remember);
    }

    private Firsts remember(EventBatch batch) {
        List<EventId> ids = batch.firstIds();
        EventSegments.Addition addition = ids.isEmpty() ? null : segments.add(ids);
        batch.firstOthers().forEach(one -> unwritten.put(EventRows.digest(one), one.offset()));
        return new Firsts(batch.firsts(), new Ids(addition, batch.firstOthers()));
    }

    /** As {@link #firsts}, for records whose events are known already, where they first stood. */
    Uni<List<LogRecord>> firstsAgain(List<LogRecord> records, Lane lane) {
        return find(records, lane).map(EventBatch::firsts);
    }

    private Uni<EventBatch> find(List<LogRecord> records, Lane lane) {
        return Uni.createFrom()
                .item(() -> new EventBatch(records))
                .runSubscriptionOn(lane.workers())
                .chain(batch -> findInSegments(batch, lane))
                .chain(batch -> findOthers(batch, lane))
                .emitOn(lane.workers())
                .invoke(EventBatch::choose);
    }

    private Uni<EventBatch> findInSegments(EventBatch batch, Lane lane) {
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

    private Uni<EventBatch> findOthers(EventBatch batch, Lane lane) {
        List<LogRecord> asked = batch.others();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(batch);
        }
        // First these: what is written meanwhile is in the answer, or still among them.
        Map<ByteBuffer, Long> offsets = new HashMap<>(unwritten);
        return lane.ask(() -> rows.firstOffsets(asked))
                .invoke(offsets::putAll)
                .invoke(() -> batch.foundOthers(offsets))
                .replaceWith(batch);
    }

    /** Remembers firsts, in the session's transaction. */
    Uni<Void> add(Mutiny.Session session, Ids firsts) {
        return PlainSql.together(List.of(
                rows.add(session, partition, firsts.others()),
                rows.add(session, partition, firsts.addition())));
    }

    /** They are in the database. */
    void stored(Ids firsts) {
        if (firsts.addition() != null) {
            firsts.addition().segment().store();
        }
        firsts.others().forEach(one -> unwritten.remove(EventRows.digest(one)));
    }
}
