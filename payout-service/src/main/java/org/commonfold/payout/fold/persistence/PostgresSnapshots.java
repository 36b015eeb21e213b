package org.commonfold.payout.fold.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.payout.fold.application.CommonsSnapshot;
import org.commonfold.payout.fold.application.Snapshots;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.CommonsState;
import org.commonfold.payout.fold.domain.Restoration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Snapshots as rows of bytes. */
@ApplicationScoped
class PostgresSnapshots implements Snapshots {

    private static final Logger LOG = Logger.getLogger(PostgresSnapshots.class);

    /** How many commons are read at a time: some of them may be large. */
    private static final int COMMONS_AT_A_TIME = 20;

    private static final String SAVE = """
            with gone as (delete from commons_snapshot
                           where commons_id = $1 and as_of < $2)
            insert into commons_snapshot (commons_id, as_of, log_partition, format, data)
            values ($1, $3, $4, $5, $6)""";

    private static final String REFOLD = """
            insert into refold (log_partition, from_offset, commons_count)
            values ($1, $2, $3)
            on conflict (log_partition) do update
               set from_offset = excluded.from_offset, commons_count = excluded.commons_count""";

    private static final String PROGRESS =
            "select from_offset, commons_count from refold where log_partition = $1";

    private static final String IS_AHEAD = """
            select exists (select from commons_snapshot where log_partition = $1 and as_of > $2)
                or exists (select from refold where log_partition = $1 and from_offset > $2)""";

    private static final String FORGET = """
            with gone as (delete from refold where log_partition = $1)
            delete from commons_snapshot where log_partition = $1""";

    private static final String COMMONS = """
            select distinct commons_id from commons_snapshot where log_partition = $1
             order by commons_id""";

    private static final String PORTIONS = """
            select commons_id, as_of, format, data from commons_snapshot
             where log_partition = $1 and commons_id = any($2)
             order by commons_id, as_of desc""";

    private final Mutiny.SessionFactory sessions;
    private final Pool pool;

    /** A portion as it is written: made where it may take a while. */
    private record Encoded(String commonsId, long asOf, long neededFrom, byte[] data) {}

    PostgresSnapshots(Mutiny.SessionFactory sessions, Pool pool) {
        this.sessions = sessions;
        this.pool = pool;
    }

    @Override
    public Uni<Void> save(int partition, Progress progress, List<CommonsSnapshot> portions) {
        List<Encoded> encoded = portions.stream()
                .map(portion -> new Encoded(
                        portion.state().id().value(),
                        portion.asOf(),
                        portion.neededFrom(),
                        SnapshotFormat.encode(portion.state())))
                .toList();
        // The surrounding transaction is found where this is asked for: not here, but on
        // subscription.
        return Uni.createFrom()
                .deferred(() -> sessions.withTransaction(
                        session -> save(session, partition, progress, encoded)));
    }

    private static Uni<Void> save(
            Mutiny.Session session, int partition, Progress progress, List<Encoded> portions) {
        List<Uni<Integer>> statements = new ArrayList<>();
        for (Encoded one : portions) {
            statements.add(PlainSql.execute(
                    session,
                    SAVE,
                    one.commonsId(),
                    one.neededFrom(),
                    one.asOf(),
                    partition,
                    SnapshotFormat.VERSION,
                    Buffer.buffer(one.data())));
        }
        statements.add(PlainSql.execute(
                session, REFOLD, partition, progress.refoldFrom(), progress.commonsCount()));
        return PlainSql.together(statements);
    }

    @Override
    public Found findAndAwait(int partition, long checkpoint, Consumer<Restoration> restore) {
        forgetWhatIsAheadOf(checkpoint, partition);
        Map<CommonsId, Long> asOf = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (Row row : pool.preparedQuery(COMMONS).executeAndAwait(Tuple.of(partition))) {
            ids.add(row.getString("commons_id"));
        }
        for (int from = 0; from < ids.size(); from += COMMONS_AT_A_TIME) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + COMMONS_AT_A_TIME));
            for (List<Row> rows : portions(partition, some).values()) {
                if (isRestored(rows, restore)) {
                    Row last = rows.get(0);
                    CommonsId id = new CommonsId(last.getString("commons_id"));
                    asOf.put(id, last.getLong("as_of"));
                }
            }
        }
        Progress progress = progress(partition);
        // A commons that is missing may have to be folded from anywhere.
        boolean isAll = asOf.size() == progress.commonsCount();
        return new Found(isAll ? progress.refoldFrom() : 0, asOf);
    }

    private void forgetWhatIsAheadOf(long checkpoint, int partition) {
        boolean isAhead = pool.preparedQuery(IS_AHEAD)
                .executeAndAwait(Tuple.of(partition, checkpoint))
                .iterator()
                .next()
                .getBoolean(0);
        if (isAhead) {
            LOG.errorf(
                    "Partition %d is saved further than offset %d, where the ledger stands; folding"
                            + " it again",
                    partition, checkpoint);
            pool.preparedQuery(FORGET).executeAndAwait(Tuple.of(partition));
        }
    }

    private static boolean isOfThisVersion(Row row) {
        return row.getInteger("format") == SnapshotFormat.VERSION;
    }

    private static CommonsState state(Row row) {
        return SnapshotFormat.decode(row.getBuffer("data").getBytes());
    }

    private Progress progress(int partition) {
        for (Row row : pool.preparedQuery(PROGRESS).executeAndAwait(Tuple.of(partition))) {
            return new Progress(row.getLong("from_offset"), row.getInteger("commons_count"));
        }
        return new Progress(0, 0);
    }

    private Map<String, List<Row>> portions(int partition, List<String> ids) {
        Map<String, List<Row>> portions = new LinkedHashMap<>();
        Tuple which = Tuple.of(partition, ids.toArray(String[]::new));
        for (Row row : pool.preparedQuery(PORTIONS).executeAndAwait(which)) {
            portions.computeIfAbsent(row.getString("commons_id"), first -> new ArrayList<>())
                    .add(row);
        }
        return portions;
    }

    /** False when they are of another version, or corrupt. */
    private static boolean isRestored(List<Row> rows, Consumer<Restoration> restore) {
        String id = rows.get(0).getString("commons_id");
        if (!rows.stream().allMatch(PostgresSnapshots::isOfThisVersion)) {
            LOG.infof("Commons %s is saved in another version; folding it again", id);
            return false;
        }
        try {
            Restoration restoration = new Restoration(state(rows.get(0)));
            rows.stream().skip(1).map(PostgresSnapshots::state).forEach(restoration::add);
            restore.accept(restoration);
            return true;
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException corrupt) {
            LOG.warnf(corrupt, "What is saved of commons %s is corrupt; folding it again", id);
            return false;
        }
    }
}
