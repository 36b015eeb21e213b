package org.commonfold.payout.fold.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.payout.fold.application.CommonsSnapshot;
import org.commonfold.payout.fold.application.Snapshots;
import org.commonfold.payout.fold.domain.Restoration;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Snapshots as rows of bytes. */
@ApplicationScoped
class PostgresSnapshots implements Snapshots {

    private static final Logger LOG = Logger.getLogger(PostgresSnapshots.class);

    /** Of portions that are read at a time; one that has more is read alone. */
    private static final int BYTES_AT_A_TIME = 4 << 20;

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

    private static final String FORGET_SOME = """
            delete from commons_snapshot where log_partition = $1 and commons_id = any($2)""";

    private static final String PORTIONS = """
            select commons_id, as_of, octet_length(data) as size from commons_snapshot
             where log_partition = $1 order by commons_id, as_of""";

    private static final String DATA = """
            select commons_id, as_of, format, data from commons_snapshot
             where log_partition = $1
               and (commons_id, as_of) in (select * from unnest($2::text[], $3::bigint[]))
             order by commons_id, as_of""";

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
        SavedCommonses saved = new SavedCommonses(restore);
        List<Row> next = new ArrayList<>();
        int bytes = 0;
        for (Row row : pool.preparedQuery(PORTIONS).executeAndAwait(Tuple.of(partition))) {
            if (!next.isEmpty() && bytes + row.getInteger("size") > BYTES_AT_A_TIME) {
                read(partition, next, saved);
                next.clear();
                bytes = 0;
            }
            next.add(row);
            bytes += row.getInteger("size");
        }
        read(partition, next, saved);
        saved.complete();
        if (!saved.unusable().isEmpty()) {
            // Else a build that can use them may take them for all there is: of another place in
            // the log than what is saved from now on.
            pool.preparedQuery(FORGET_SOME)
                    .executeAndAwait(Tuple.of(partition, saved.unusable().toArray(String[]::new)));
        }
        Progress progress = progress(partition);
        // A commons that is missing may have to be folded from anywhere.
        boolean isAll = saved.asOf().size() == progress.commonsCount();
        return new Found(isAll ? progress.refoldFrom() : 0, saved.asOf(), saved.turnsBeganAt());
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

    private Progress progress(int partition) {
        for (Row row : pool.preparedQuery(PROGRESS).executeAndAwait(Tuple.of(partition))) {
            return new Progress(row.getLong("from_offset"), row.getInteger("commons_count"));
        }
        return new Progress(0, 0);
    }

    private void read(int partition, List<Row> portions, SavedCommonses saved) {
        Tuple which = Tuple.of(
                partition,
                portions.stream().map(row -> row.getString("commons_id")).toArray(String[]::new),
                portions.stream().map(row -> row.getLong("as_of")).toArray(Long[]::new));
        RowSet<Row> rows = pool.preparedQuery(DATA).executeAndAwait(which);
        if (rows.size() != portions.size()) {
            throw new IllegalStateException(
                    "What is saved of partition " + partition + " changes while it is read");
        }
        for (Row row : rows) {
            saved.add(
                    row.getString("commons_id"),
                    row.getLong("as_of"),
                    row.getInteger("format"),
                    row.getBuffer("data").getBytes());
        }
    }
}
