package org.commonfold.kit.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;
import org.commonfold.kit.database.PlainSql;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** How far each partition has been read into the database. */
@ApplicationScoped
class Checkpoints {

    private static final String READ =
            "select next_offset, owner from log_checkpoint where topic = $1 and partition = $2";

    private static final String ALL = "select topic, partition, next_offset from log_checkpoint";

    private static final String CREATE = """
            insert into log_checkpoint (topic, partition, next_offset, owner)
            values ($1, $2, 0, $3) on conflict do nothing""";

    private static final String MOVE = """
            update log_checkpoint set next_offset = $1, owner = $2
             where topic = $3 and partition = $4 and next_offset = $5""";

    private final Pool pool;

    Checkpoints(Pool pool) {
        this.pool = pool;
    }

    /** The first offset not in the database yet. Blocks; not for an event loop. */
    long nextOffsetAndAwait(TopicPartition partition) {
        pool.preparedQuery(CREATE)
                .executeAndAwait(
                        Tuple.of(partition.topic(), partition.partition(), UUID.randomUUID()));
        return pool.preparedQuery(READ)
                .executeAndAwait(Tuple.of(partition.topic(), partition.partition()))
                .iterator()
                .next()
                .getLong("next_offset");
    }

    /** The first offsets not in the database yet, of all partitions. */
    Uni<Map<TopicPartition, Long>> all() {
        return pool.query(ALL).execute().map(rows -> {
            Map<TopicPartition, Long> nextOffsets = new HashMap<>();
            for (Row row : rows) {
                nextOffsets.put(
                        new TopicPartition(row.getString("topic"), row.getInteger("partition")),
                        row.getLong("next_offset"));
            }
            return nextOffsets;
        });
    }

    /**
     * Moves the checkpoint from where the assignment left it, in the session's transaction.
     *
     * @throws Fenced (as the Uni's failure) when it does not stand there
     */
    Uni<Void> move(Mutiny.Session session, Assignment assignment, long next) {
        TopicPartition partition = assignment.partition;
        long expected = assignment.checkpoint;
        return PlainSql.execute(
                        session,
                        MOVE,
                        next,
                        assignment.owner,
                        partition.topic(),
                        partition.partition(),
                        expected)
                .invoke(rows -> {
                    if (rows != 1) {
                        throw new Fenced(partition + " does not stand at " + expected);
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Whether this very assignment moved the checkpoint there: its commit's answer was lost. One
     * before it does not count, even of the same process: it may have written something else.
     */
    Uni<Boolean> movedBy(Assignment assignment, long next) {
        TopicPartition partition = assignment.partition;
        return pool.preparedQuery(READ)
                .execute(Tuple.of(partition.topic(), partition.partition()))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext() && isMoved(found.next(), assignment, next);
                });
    }

    private static boolean isMoved(Row row, Assignment assignment, long next) {
        return row.getLong("next_offset") == next
                && Objects.equals(row.getUUID("owner"), assignment.owner);
    }
}
