package org.commonfold.payout.tlog.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.tlog.application.Signing;
import org.commonfold.payout.tlog.application.Tree;
import org.commonfold.payout.tlog.domain.Checkpoint;
import org.commonfold.payout.tlog.domain.Node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What {@link Sequencer} has written. */
@ApplicationScoped
class PostgresTree implements Tree {

    private static final String LOG_ID = "select log_id from tree";

    private static final String CHECKPOINT = """
            select log_id, size, root from tree, tree_head order by size desc limit 1""";

    private static final String RANGE = """
            select hash from tree_node
             where level = $1 and position >= $2 and position < $2 + $3 order by position""";

    private static final String LEAVES = """
            select hash from tree_leaf
             where position >= $1 and position < $1 + $2 order by position""";

    private static final String LEAF = """
            select tree_leaf.position, tree_leaf.hash,
                   canonical_entry(entry, chain.sequence,
                       coalesce(before.hash, decode(repeat('00', 32), 'hex'))) as entry
              from tree_leaf
              join entry on entry.entry_id = tree_leaf.entry_id
              join chain on chain.entry_id = entry.entry_id
              left join chain before on before.commons_id = chain.commons_id
                                    and before.sequence = chain.sequence - 1
             where tree_leaf.entry_id = $1""";

    private final Pool pool;
    private final Signing signing;

    PostgresTree(Pool pool, Signing signing) {
        this.pool = pool;
        this.signing = signing;
    }

    /** Each database has a log of its own: one that begins anew contradicts none of before. */
    @Override
    public Uni<String> origin() {
        return pool.query(LOG_ID).execute().map(rows -> origin(rows.iterator().next()));
    }

    private String origin(Row row) {
        return signing.origin() + "/" + row.getString("log_id");
    }

    @Override
    public Uni<Optional<Checkpoint>> checkpoint() {
        return pool.query(CHECKPOINT).execute().map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? Optional.of(checkpoint(found.next())) : Optional.empty();
        });
    }

    private Checkpoint checkpoint(Row row) {
        return new Checkpoint(origin(row), row.getLong("size"), hash(row, "root"));
    }

    @Override
    public Uni<List<byte[]>> nodes(int level, long from, int countMax) {
        return pool.preparedQuery(RANGE)
                .execute(Tuple.of(level, from, countMax))
                .map(PostgresTree::hashes);
    }

    @Override
    public Uni<Map<Node, byte[]>> nodes(Collection<Node> nodes) {
        return pool.preparedQuery(TreeRows.NODES)
                .execute(TreeRows.tuple(nodes))
                .map(TreeRows::nodes);
    }

    @Override
    public Uni<List<byte[]>> leaves(long from, int countMax) {
        return pool.preparedQuery(LEAVES)
                .execute(Tuple.of(from, countMax))
                .map(PostgresTree::hashes);
    }

    @Override
    public Uni<Optional<Leaf>> leaf(UUID entryId) {
        return pool.preparedQuery(LEAF).execute(Tuple.of(entryId)).map(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext() ? Optional.of(leaf(found.next())) : Optional.empty();
        });
    }

    private static Leaf leaf(Row row) {
        return new Leaf(row.getLong("position"), hash(row, "hash"), row.getString("entry"));
    }

    private static List<byte[]> hashes(RowSet<Row> rows) {
        List<byte[]> hashes = new ArrayList<>();
        rows.forEach(row -> hashes.add(hash(row, "hash")));
        return hashes;
    }

    private static byte[] hash(Row row, String column) {
        return row.getBuffer(column).getBytes();
    }
}
