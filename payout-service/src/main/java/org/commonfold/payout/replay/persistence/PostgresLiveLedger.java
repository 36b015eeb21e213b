package org.commonfold.payout.replay.persistence;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import org.commonfold.payout.replay.application.LiveLedger;
import org.commonfold.payout.replay.domain.Difference;
import org.commonfold.payout.replay.domain.Findings;
import org.commonfold.payout.replay.domain.Replay;
import org.commonfold.payout.replay.domain.ReplayId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** By the connection that holds the lock. */
final class PostgresLiveLedger implements LiveLedger {

    private final SqlConnection connection;

    PostgresLiveLedger(SqlConnection connection) {
        this.connection = connection;
    }

    @Override
    public boolean isWrittenDown(ReplayId id) {
        return query(LedgerQueries.IS_WRITTEN_DOWN, Tuple.of(id.value())).size() == 1;
    }

    @Override
    public Map<Integer, Long> checkpoints() {
        Map<Integer, Long> checkpoints = new TreeMap<>();
        for (Row row : query(LedgerQueries.CHECKPOINTS, Tuple.tuple())) {
            checkpoints.put(row.getInteger("partition"), row.getLong("next_offset"));
        }
        return checkpoints;
    }

    @Override
    public List<Link> links(int partition, long afterOffset, long untilOffset, int countMax) {
        List<Link> links = new ArrayList<>();
        Tuple place = Tuple.of(partition, afterOffset, untilOffset, countMax);
        query(LedgerQueries.LINKS_OF_PARTITION, place).forEach(row -> links.add(link(row)));
        return links;
    }

    @Override
    public Map<UUID, Link> links(List<UUID> entryIds) {
        Map<UUID, Link> links = new HashMap<>();
        for (Row row : query(LedgerQueries.LINKS_OF_PAYOUTS, ids(entryIds))) {
            links.put(row.getUUID("entry_id"), link(row));
        }
        return links;
    }

    private static Link link(Row row) {
        Long offset = row.getLong("log_offset");
        return new Link(
                offset == null ? 0 : offset,
                row.getString("commons_id"),
                row.getUUID("entry_id"),
                row.getLong("sequence"),
                row.getString("previous"),
                row.getString("hash"),
                row.getString("standing"));
    }

    @Override
    public long rememberPayouts() {
        connection.query(LedgerQueries.REMEMBER_PAYOUTS).executeAndAwait();
        return query(LedgerQueries.LAST_POSITION, Tuple.tuple())
                .iterator()
                .next()
                .getLong("position");
    }

    @Override
    public boolean hasSent(long position) {
        return query(LedgerQueries.UNSENT, Tuple.of(position)).size() == 0;
    }

    @Override
    public void told(List<UUID> entryIds) {
        query(LedgerQueries.TOLD, ids(entryIds));
    }

    @Override
    public List<Difference> untold() {
        return differences(LedgerQueries.UNTOLD, Tuple.tuple());
    }

    @Override
    public List<Difference> brokenChains() {
        return differences(LedgerQueries.BROKEN_CHAINS, Tuple.tuple());
    }

    @Override
    public List<Difference> wrongBalances() {
        return differences(LedgerQueries.WRONG_BALANCES, Tuple.tuple());
    }

    private List<Difference> differences(String sql, Tuple parameters) {
        List<Difference> differences = new ArrayList<>();
        for (Row row : query(sql, parameters)) {
            differences.add(new Difference(
                    row.getString("what"),
                    row.getString("place"),
                    row.getString("expected"),
                    row.getString("found")));
        }
        return differences;
    }

    @Override
    public long balances() {
        return query("select count(*) as count from balance", Tuple.tuple())
                .iterator()
                .next()
                .getLong("count");
    }

    @Override
    public void progress(ReplayId id, Findings findings) {
        query(LedgerQueries.PROGRESS, ReplayRows.progress(id, findings));
    }

    @Override
    public void end(ReplayId id, Replay.State state, Findings findings, String failure) {
        progress(id, findings);
        query(LedgerQueries.END, Tuple.of(id.value(), state.text(), failure));
    }

    private RowSet<Row> query(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).executeAndAwait(parameters);
    }

    private static Tuple ids(List<UUID> ids) {
        return Tuple.tuple().addValue(ids.toArray(UUID[]::new));
    }

    /** The connection goes back as it came; one that is broken takes the lock with it. */
    @Override
    public void close() {
        try {
            connection.query(LedgerQueries.FORGET_PAYOUTS).executeAndAwait();
            query("select pg_advisory_unlock($1)", Tuple.of(PostgresLedgerLock.LOCK));
        } finally {
            connection.closeAndForget();
        }
    }
}
