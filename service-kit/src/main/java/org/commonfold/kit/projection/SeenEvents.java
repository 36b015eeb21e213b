package org.commonfold.kit.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Recognizes events that stand in a partition of the log a second time, at whatever distance. An
 * event is identified by its {@code ce_id}; a record without an id is always new. Partitions have
 * no order between them, so none may decide what is first in another.
 */
@ApplicationScoped
class SeenEvents {

    private static final String FIND =
            "select digest, log_offset from log_event where digest = any($1)";

    private static final String ADD = """
            insert into log_event (digest, partition, log_offset)
            select decode(seen ->> 0, 'hex'), :partition, cast(seen ->> 1 as bigint)
              from json_array_elements(cast(cast(:seen as text) as json)) as seen
            on conflict do nothing""";

    private final Pool pool;

    SeenEvents(Pool pool) {
        this.pool = pool;
    }

    /** Those of a partition's records that are the first of their event, in order. */
    Uni<List<LogRecord>> firsts(List<LogRecord> records) {
        Buffer[] digests = records.stream()
                .filter(record -> record.eventId() != null)
                .map(record -> Buffer.buffer(digest(record)))
                .toArray(Buffer[]::new);
        return pool.preparedQuery(FIND).execute(Tuple.tuple().addValue(digests)).map(rows -> {
            Map<ByteBuffer, Long> firstOffsets = new HashMap<>();
            for (Row row : rows) {
                firstOffsets.put(
                        ByteBuffer.wrap(row.getBuffer("digest").getBytes()),
                        row.getLong("log_offset"));
            }
            return firsts(records, firstOffsets);
        });
    }

    private static List<LogRecord> firsts(
            List<LogRecord> records, Map<ByteBuffer, Long> firstOffsets) {
        List<LogRecord> firsts = new ArrayList<>(records.size());
        Set<ByteBuffer> inBatch = new HashSet<>();
        for (LogRecord record : records) {
            if (record.eventId() == null) {
                firsts.add(record);
                continue;
            }
            ByteBuffer digest = ByteBuffer.wrap(digest(record));
            Long firstOffset = firstOffsets.get(digest);
            boolean first = firstOffset == null || firstOffset == record.offset();
            if (first && inBatch.add(digest)) {
                firsts.add(record);
            }
        }
        return firsts;
    }

    /** Remembers events, in the session's transaction. */
    Uni<Void> add(Mutiny.Session session, TopicPartition partition, List<LogRecord> firsts) {
        StringJoiner seen = new StringJoiner(",", "[", "]");
        for (LogRecord record : firsts) {
            if (record.eventId() != null) {
                String digest = HexFormat.of().formatHex(digest(record));
                seen.add("[\"" + digest + "\"," + record.offset() + "]");
            }
        }
        return session.createNativeQuery(ADD)
                .setParameter("partition", partition.partition())
                .setParameter("seen", seen.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static byte[] digest(LogRecord record) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(record.topic().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(Integer.toString(record.partition()).getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return sha256.digest(record.eventId().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
