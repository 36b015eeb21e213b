package org.commonfold.payout.tlog.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.tlog.domain.Growth;
import org.commonfold.payout.tlog.domain.Node;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts entries into the tree: one replica at a time, each batch with its checkpoint in one
 * transaction. An entry is found by where its commons' chain has got to, which has no gap and grows
 * in the order of commits; never by a number that a transaction still open may have taken.
 */
@ApplicationScoped
class Sequencer {

    private static final int BATCH_MAX = 1_000;

    /** Any number, the same in all replicas; they share the database. */
    private static final String TRY_LOCK =
            "select pg_try_advisory_xact_lock(7165914386141967392) as mine";

    private static final String SIZE = "select max(size) as size from tree_head";

    private static final String PENDING = """
            select link.commons_id, link.sequence, link.entry_id, link.hash
              from (select head.commons_id, coalesce(progress.sequence, 0) as sequence
                      from chain_head head left join tree_progress progress using (commons_id)
                     where head.sequence > coalesce(progress.sequence, 0)
                     order by head.commons_id limit $1) as behind
             cross join lateral (
                    select * from chain
                     where chain.commons_id = behind.commons_id
                       and chain.sequence > behind.sequence
                     order by chain.sequence limit $1) as link
             order by link.commons_id, link.sequence limit $1""";

    private static final String ADD_LEAVES = """
            insert into tree_leaf (position, entry_id, hash)
            select $1 + ordinality - 1, entry_id, hash
              from unnest($2::uuid[], $3::bytea[]) with ordinality as leaf (entry_id, hash)""";

    private static final String PROGRESS = """
            insert into tree_progress (commons_id, sequence)
            select * from unnest($1::text[], $2::bigint[])
            on conflict (commons_id) do update set sequence = excluded.sequence""";

    private static final String ADD_HEAD = "insert into tree_head (size, root) values ($1, $2)";

    private final Pool pool;

    Sequencer(Pool pool) {
        this.pool = pool;
    }

    /** Until all that is committed is in the tree, or another replica is at it. */
    @Scheduled(
            every = "${transparency-log.publish-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> publish() {
        return Uni.createFrom()
                .<Integer>deferred(() -> pool.withTransaction(this::sequenceInTurn))
                .repeat()
                .whilst(count -> count == BATCH_MAX)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> sequenceInTurn(SqlConnection connection) {
        return connection
                .query(TRY_LOCK)
                .execute()
                .chain(rows -> rows.iterator().next().getBoolean("mine")
                        ? sequence(connection)
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> sequence(SqlConnection connection) {
        return connection
                .query(SIZE)
                .execute()
                .map(rows -> rows.iterator().next().getLong("size"))
                .chain(size -> connection
                        .preparedQuery(PENDING)
                        .execute(Tuple.of(BATCH_MAX))
                        .chain(pending -> pending.size() == 0 && size != null
                                ? Uni.createFrom().item(0)
                                : grow(connection, size == null ? 0 : size, pending)));
    }

    private static Uni<Integer> grow(SqlConnection connection, long size, RowSet<Row> pending) {
        List<Node> edge = Growth.edgeOf(size);
        return connection
                .preparedQuery(TreeRows.NODES)
                .execute(TreeRows.tuple(edge))
                .map(TreeRows::nodes)
                .map(hashes -> new Growth(size, edge.stream().map(hashes::get).toList()))
                .invoke(tree ->
                        pending.forEach(row -> tree.append(row.getBuffer("hash").getBytes())))
                .chain(tree -> write(connection, size, pending, tree))
                .replaceWith(pending.size());
    }

    private static Uni<Void> write(
            SqlConnection connection, long size, RowSet<Row> pending, Growth tree) {
        return connection
                .preparedQuery(ADD_LEAVES)
                .execute(leaves(size, pending))
                .chain(() -> connection
                        .preparedQuery(TreeRows.ADD_NODES)
                        .execute(TreeRows.tuple(tree.added())))
                .chain(() -> connection.preparedQuery(PROGRESS).execute(progress(pending)))
                .chain(() -> connection
                        .preparedQuery(ADD_HEAD)
                        .execute(Tuple.of(tree.size(), Buffer.buffer(tree.root()))))
                .replaceWithVoid();
    }

    private static Tuple leaves(long size, RowSet<Row> pending) {
        List<UUID> ids = new ArrayList<>();
        List<Buffer> hashes = new ArrayList<>();
        for (Row row : pending) {
            ids.add(row.getUUID("entry_id"));
            hashes.add(Buffer.buffer(row.getBuffer("hash").getBytes()));
        }
        return Tuple.of(size, ids.toArray(UUID[]::new), hashes.toArray(Buffer[]::new));
    }

    private static Tuple progress(RowSet<Row> pending) {
        Map<String, Long> last = new LinkedHashMap<>();
        for (Row row : pending) {
            last.put(row.getString("commons_id"), row.getLong("sequence"));
        }
        return Tuple.of(last.keySet().toArray(String[]::new), last.values().toArray(Long[]::new));
    }
}
