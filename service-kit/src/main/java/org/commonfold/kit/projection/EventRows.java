package org.commonfold.kit.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;
import org.commonfold.kit.database.PlainSql;
import org.hibernate.reactive.mutiny.Mutiny;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The events that have been read, in the database: thousands a row, or one by one. */
@ApplicationScoped
class EventRows {

    private static final String SEGMENTS = """
            select first_offset, from_millis, to_millis, event_count
              from log_segment where topic = $1 and partition = $2 order by first_offset""";

    private static final String LOAD = """
            select first_offset, ids
              from log_segment where topic = $1 and partition = $2 and first_offset = any($3)""";

    private static final String REPLACE = """
            delete from log_segment
             where topic = $1 and partition = $2 and first_offset >= $3""";

    private static final String ADD_SEGMENT = """
            insert into log_segment
                   (topic, partition, first_offset, from_millis, to_millis, event_count, ids)
            values ($1, $2, $3, $4, $5, $6, $7)""";

    private static final String FIND =
            "select digest, log_offset from log_event where digest = any($1)";

    private static final String ADD = """
            insert into log_event (digest, partition, log_offset)
            select decode(seen ->> 0, 'hex'), $1, cast(seen ->> 1 as bigint)
              from json_array_elements(cast(cast($2 as text) as json)) as seen
            on conflict do nothing""";

    private final Pool pool;

    EventRows(Pool pool) {
        this.pool = pool;
    }

    /** What is known of a partition. Blocks; not for an event loop. */
    SeenEvents seenAndAwait(TopicPartition partition) {
        List<EventSegment> segments = new ArrayList<>();
        for (Row row : pool.preparedQuery(SEGMENTS)
                .executeAndAwait(Tuple.of(partition.topic(), partition.partition()))) {
            EventSegment segment = new EventSegment(
                    row.getLong("first_offset"),
                    row.getLong("from_millis"),
                    row.getLong("to_millis"),
                    row.getInteger("event_count"));
            segment.store();
            segments.add(segment);
        }
        return new SeenEvents(partition, this, segments);
    }

    /**
     * Loads the ids of segments that are in the database.
     *
     * @throws Fenced (as the Uni's failure) when they are not: an assignment before this one was
     *     still writing, and has united them
     */
    Uni<Void> load(TopicPartition partition, List<EventSegment> segments) {
        Map<Long, EventSegment> byOffset = new HashMap<>();
        segments.forEach(one -> byOffset.put(one.firstOffset, one));
        Long[] offsets = byOffset.keySet().toArray(Long[]::new);
        return pool.preparedQuery(LOAD)
                .execute(Tuple.of(partition.topic(), partition.partition(), offsets))
                .invoke(rows -> {
                    for (Row row : rows) {
                        byOffset.remove(row.getLong("first_offset"))
                                .load(row.getBuffer("ids").getBytes());
                    }
                    if (!byOffset.isEmpty()) {
                        throw new Fenced("Segments of events are gone: " + byOffset.keySet());
                    }
                })
                .replaceWithVoid();
    }

    /** Remembers events by the thousand, in the session's transaction. */
    Uni<Void> add(
            Mutiny.Session session, TopicPartition partition, EventSegments.Addition addition) {
        if (addition == null) {
            return Uni.createFrom().voidItem();
        }
        EventSegment segment = addition.segment();
        List<Uni<Integer>> statements = new ArrayList<>();
        if (addition.replaces()) {
            statements.add(PlainSql.execute(
                    session,
                    REPLACE,
                    partition.topic(),
                    partition.partition(),
                    segment.firstOffset));
        }
        statements.add(PlainSql.execute(
                session,
                ADD_SEGMENT,
                partition.topic(),
                partition.partition(),
                segment.firstOffset,
                segment.fromMillis,
                segment.toMillis,
                segment.count,
                Buffer.buffer(addition.ids())));
        return PlainSql.together(statements);
    }

    /** By digest, where events that each have a row first stood; of others nothing. */
    Uni<Map<ByteBuffer, Long>> firstOffsets(List<LogRecord> records) {
        Buffer[] digests = records.stream()
                .filter(record -> record.eventId() != null)
                .map(record -> Buffer.buffer(digest(record).array()))
                .toArray(Buffer[]::new);
        return pool.preparedQuery(FIND).execute(Tuple.tuple().addValue(digests)).map(rows -> {
            Map<ByteBuffer, Long> firstOffsets = new HashMap<>();
            for (Row row : rows) {
                firstOffsets.put(
                        ByteBuffer.wrap(row.getBuffer("digest").getBytes()),
                        row.getLong("log_offset"));
            }
            return firstOffsets;
        });
    }

    /** Remembers events one by one, in the session's transaction. */
    Uni<Void> add(Mutiny.Session session, TopicPartition partition, List<LogRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        StringJoiner seen = new StringJoiner(",", "[", "]");
        for (LogRecord record : records) {
            String digest = HexFormat.of().formatHex(digest(record).array());
            seen.add("[\"" + digest + "\"," + record.offset() + "]");
        }
        return PlainSql.execute(session, ADD, partition.partition(), seen.toString())
                .replaceWithVoid();
    }

    static ByteBuffer digest(LogRecord record) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(record.topic().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(Integer.toString(record.partition()).getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(record.eventId().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
