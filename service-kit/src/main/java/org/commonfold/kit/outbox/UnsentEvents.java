package org.commonfold.kit.outbox;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.commonfold.kit.eventstore.RecordHeaders;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The unsent part of the event table. Rows are found by what they are (unsent), never by a position
 * already passed: transactions commit out of order, and a late one would be skipped for ever.
 */
final class UnsentEvents {

    /** As many as fit; the first whatever its size, or it would never be sent. */
    private static final String OLDEST = """
            select event_id, topic, record_key, headers::text as headers, data
              from (select *, coalesce(sum(octet_length(data)) over (
                        order by position rows between unbounded preceding and 1 preceding),
                        0) as bytes_before
                      from event where sent_at is null order by position limit $1) as oldest
             where bytes_before < $2 order by position""";

    private static final String MARK_SENT =
            "update event set sent_at = now() where event_id = any($1)";

    private final Pool pool;

    UnsentEvents(Pool pool) {
        this.pool = pool;
    }

    /** The oldest unsent events, in the order in which they are to be sent. */
    List<UnsentEvent> oldest(int countMax, int bytesMax) {
        List<UnsentEvent> events = new ArrayList<>();
        for (Row row : pool.preparedQuery(OLDEST).executeAndAwait(Tuple.of(countMax, bytesMax))) {
            events.add(event(row));
        }
        return events;
    }

    void markSent(List<UnsentEvent> events) {
        UUID[] ids = events.stream().map(UnsentEvent::id).toArray(UUID[]::new);
        pool.preparedQuery(MARK_SENT).executeAndAwait(Tuple.of(ids));
    }

    private static UnsentEvent event(Row row) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                row.getString("topic"),
                null,
                bytes(row, "record_key"),
                bytes(row, "data"),
                RecordHeaders.fromJson(row.getString("headers")).toKafka());
        return new UnsentEvent(row.getUUID("event_id"), record);
    }

    private static byte[] bytes(Row row, String column) {
        Buffer buffer = row.getBuffer(column);
        return buffer == null ? null : buffer.getBytes();
    }
}
