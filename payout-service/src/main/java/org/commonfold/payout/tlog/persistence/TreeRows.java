package org.commonfold.payout.tlog.persistence;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import org.commonfold.payout.tlog.domain.Node;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Nodes of the tree as rows. */
final class TreeRows {

    static final String NODES = """
            select level, position, hash
              from tree_node join unnest($1::int[], $2::bigint[]) as wanted (level, position)
             using (level, position)""";

    static final String ADD_NODES = """
            insert into tree_node (level, position, hash)
            select * from unnest($1::int[], $2::bigint[], $3::bytea[])""";

    private TreeRows() {}

    static Tuple tuple(Collection<Node> nodes) {
        return Tuple.of(
                nodes.stream().map(Node::level).toArray(Integer[]::new),
                nodes.stream().map(Node::position).toArray(Long[]::new));
    }

    static Tuple tuple(Map<Node, byte[]> nodes) {
        return tuple(nodes.keySet())
                .addValue(nodes.values().stream().map(Buffer::buffer).toArray(Buffer[]::new));
    }

    static Map<Node, byte[]> nodes(RowSet<Row> rows) {
        Map<Node, byte[]> nodes = new HashMap<>();
        rows.forEach(row -> nodes.put(
                new Node(row.getInteger("level"), row.getLong("position")),
                row.getBuffer("hash").getBytes()));
        return nodes;
    }
}
