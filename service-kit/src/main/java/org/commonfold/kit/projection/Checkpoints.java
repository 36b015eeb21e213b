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
import java.util.function.Predicate;

/** How far each partition has been read into the database. */
@ApplicationScoped
class Checkpoints {

    private static final String READ = """
            select next_offset, ahead_offset, key_set_aside, owner, owner_beside
              from log_checkpoint where topic = $1 and partition = $2""";

    private static final String ALL = "select topic, partition, next_offset from log_checkpoint";

    private static final String CREATE = """
            insert into log_checkpoint (topic, partition, next_offset, owner)
            values ($1, $2, 0, $3) on conflict do nothing""";

    private static final String MOVE = """
            update log_checkpoint
               set next_offset = $1, ahead_offset = $2, key_set_aside = $3, owner = $4
             where topic = $5 and partition = $6 and coalesce(ahead_offset, next_offset) = $7
               and key_set_aside is not distinct from $8""";

    private static final String MOVE_AHEAD = """
            update log_checkpoint set ahead_offset = $1, owner = $2
             where topic = $3 and partition = $4 and ahead_offset = $5 and key_set_aside = $6""";

    private static final String STANDS_BESIDE = """
            select from log_checkpoint
             where topic = $1 and partition = $2 and next_offset = $3 and key_set_aside = $4""";

    private static final String MOVE_BESIDE = """
            update log_checkpoint set next_offset = $1, owner_beside = $2
             where topic = $3 and partition = $4 and next_offset = $5 and key_set_aside = $6""";

    private final Pool pool;

    Checkpoints(Pool pool) {
        this.pool = pool;
    }

    /** Where a partition stands. Blocks; not for an event loop. */
    Checkpoint readAndAwait(TopicPartition partition) {
        pool.preparedQuery(CREATE)
                .executeAndAwait(
                        Tuple.of(partition.topic(), partition.partition(), UUID.randomUUID()));
        return checkpoint(pool.preparedQuery(READ)
                .executeAndAwait(Tuple.of(partition.topic(), partition.partition()))
                .iterator()
                .next());
    }

    private static Checkpoint checkpoint(Row row) {
        long next = row.getLong("next_offset");
        Long ahead = row.getLong("ahead_offset");
        return new Checkpoint(next, ahead == null ? next : ahead, row.getString("key_set_aside"));
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
     * Moves the checkpoint from where the assignment left it, in the session's transaction. While a
     * key stays set aside, only what is ahead of it moves.
     *
     * @throws Fenced (as the Uni's failure) when it does not stand there
     */
    Uni<Void> move(
            Mutiny.Session session, Assignment assignment, Checkpoint to, boolean staysSetAside) {
        TopicPartition partition = assignment.partition;
        Checkpoint from = assignment.checkpoint;
        Uni<Integer> moved = staysSetAside
                ? PlainSql.execute(
                        session,
                        MOVE_AHEAD,
                        to.ahead(),
                        assignment.owner,
                        partition.topic(),
                        partition.partition(),
                        from.ahead(),
                        from.keySetAside())
                : PlainSql.execute(
                        session,
                        MOVE,
                        to.next(),
                        to.keySetAside() == null ? null : to.ahead(),
                        to.keySetAside(),
                        assignment.owner,
                        partition.topic(),
                        partition.partition(),
                        from.ahead(),
                        from.keySetAside());
        return requireOne(moved, partition, from.ahead());
    }

    /**
     * Moves what is before the key that is set aside, in the session's transaction: at its end, for
     * whoever moves the checkpoint waits for who has moved it.
     *
     * @throws Fenced (as the Uni's failure) when it does not stand where the assignment left it
     */
    Uni<Void> moveBeside(Mutiny.Session session, Assignment assignment, String key, long next) {
        TopicPartition partition = assignment.partition;
        long from = assignment.aside.next;
        Uni<Integer> moved = PlainSql.execute(
                session,
                MOVE_BESIDE,
                next,
                assignment.owner,
                partition.topic(),
                partition.partition(),
                from,
                key);
        return requireOne(moved, partition, from);
    }

    /**
     * Whether it stands where {@link #moveBeside} is going to move it from, without keeping anybody
     * from moving it.
     *
     * @throws Fenced (as the Uni's failure) when it does not
     */
    Uni<Void> requireBeside(Mutiny.Session session, Assignment assignment, String key) {
        TopicPartition partition = assignment.partition;
        long from = assignment.aside.next;
        Uni<Integer> found = PlainSql.execute(
                session, STANDS_BESIDE, partition.topic(), partition.partition(), from, key);
        return requireOne(found, partition, from);
    }

    private static Uni<Void> requireOne(Uni<Integer> rows, TopicPartition partition, long from) {
        return rows.invoke(count -> {
                    if (count != 1) {
                        throw new Fenced(partition + " does not stand at " + from);
                    }
                })
                .replaceWithVoid();
    }

    /**
     * Whether this very assignment moved the checkpoint there: its commit's answer was lost. One
     * before it does not count, even of the same process: it may have written something else.
     */
    Uni<Boolean> movedBy(Assignment assignment, Checkpoint to) {
        return stands(
                assignment,
                "owner",
                found -> found.ahead() == to.ahead()
                        && Objects.equals(found.keySetAside(), to.keySetAside()));
    }

    /** The same of what is before the key that is set aside. */
    Uni<Boolean> movedBesideBy(Assignment assignment, long next) {
        return stands(assignment, "owner_beside", found -> found.next() == next);
    }

    private Uni<Boolean> stands(Assignment assignment, String owner, Predicate<Checkpoint> there) {
        TopicPartition partition = assignment.partition;
        return pool.preparedQuery(READ)
                .execute(Tuple.of(partition.topic(), partition.partition()))
                .map(rows -> {
                    RowIterator<Row> found = rows.iterator();
                    return found.hasNext() && isMoved(found.next(), assignment, owner, there);
                });
    }

    private static boolean isMoved(
            Row row, Assignment assignment, String owner, Predicate<Checkpoint> there) {
        return there.test(checkpoint(row)) && Objects.equals(row.getUUID(owner), assignment.owner);
    }
}
