package org.commonfold.payout.ledger.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.math.BigDecimal;
import java.util.Iterator;

/**
 * Compares balances with the sums of their postings, over and over: the metric {@code
 * ledger_unbooked_micros} is by how much they differed when they were looked at last, all accounts
 * together. It must be 0; it is not a number as long as nobody knows. A ledger may be too large to
 * be read at once, so each time looks at the accounts of some postings, and the next one goes on
 * from there, whichever replica it is.
 */
@ApplicationScoped
public class LedgerAudit {

    private static final Logger LOG = Logger.getLogger(LedgerAudit.class);

    /** Whoever waits for a lock, or is gone, lets others at it. */
    static final String CUT_OFF = """
            set local statement_timeout = '30s';
            set local idle_in_transaction_session_timeout = '1min'""";

    private static final String TURN =
            "select after_owner, after_commons_id from ledger_audit for update skip locked";

    private static final String LAST = """
            select owner, commons_id from posting where (owner, commons_id) > ($1, $2)
             order by owner, commons_id offset $3 limit 1""";

    /** Behind $1, $2. Of owners by themselves there are statistics. */
    private static final String REST = "owner >= $1 and (owner, commons_id) > ($1, $2)";

    /** Of these, up to $3, $4. */
    private static final String SLICE =
            REST + " and owner <= $3 and (owner, commons_id) <= ($3, $4)";

    private static final String FORGET = "delete from unbooked where ";

    private static final String COMPARE = """
            with booked as (
                select commons_id, owner, currency,
                       coalesce(-sum(micros) filter (where posting.kind = 'accrued'), 0) as accrued,
                       coalesce(-sum(micros) filter (where posting.kind = 'available'), 0)
                           as available,
                       coalesce(-sum(micros) filter (where posting.kind = 'reserved'), 0)
                           as reserved,
                       coalesce(-sum(micros) filter (where posting.kind = 'paid'), 0) as paid,
                       coalesce(sum(micros) filter (where posting.kind not in
                           ('accrued', 'available', 'reserved', 'paid')), 0) as debit
                  from posting join entry using (commons_id, entry_id)
                 where %1$s
                 group by commons_id, owner, currency),
            has as (select * from balance where %1$s),
            off as (
                select owner, commons_id, currency,
                       abs(coalesce(has.accrued, 0) - coalesce(booked.accrued, 0))
                       + abs(coalesce(has.available, 0) - coalesce(booked.available, 0))
                       + abs(coalesce(has.reserved, 0) - coalesce(booked.reserved, 0))
                       + abs(coalesce(has.paid, 0) - coalesce(booked.paid, 0))
                       + abs(coalesce(has.debit, 0) - coalesce(booked.debit, 0)) as micros
                  from has full join booked using (commons_id, owner, currency))
            insert into unbooked (owner, commons_id, currency, micros)
            select * from off where micros <> 0""";

    private static final String GO_ON = """
            update ledger_audit
               set after_owner = coalesce($1, ''), after_commons_id = coalesce($2, ''),
                   looked_at = now(),
                   all_since = case when $1 is null then began_at else all_since end,
                   began_at = case when $1 is null then now() else began_at end""";

    /** Null where nobody knows: nothing is found, and not all looked at, or not of late. */
    private static final String UNBOOKED = """
            select coalesce((select sum(micros) from unbooked),
                            case when all_since is not null
                                  and looked_at > now() - interval '10 minutes' then 0 end)
                   as micros
              from ledger_audit""";

    private final Pool pool;
    private final int postingsMax;
    private volatile double unbooked = Double.NaN;

    LedgerAudit(
            Pool pool,
            MeterRegistry metrics,
            @ConfigProperty(name = "ledger.audit-postings", defaultValue = "100000")
                    int postingsMax) {
        this.pool = pool;
        this.postingsMax = postingsMax;
        metrics.gauge("ledger_unbooked_micros", this, audit -> audit.unbooked);
    }

    @Scheduled(
            every = "${ledger.audit-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> audit() {
        return audit(postingsMax);
    }

    /** The accounts of the next so many postings; the last of them with all that it has. */
    public Uni<Void> audit(int postings) {
        return pool.withTransaction(connection -> connection
                        .query(CUT_OFF)
                        .execute()
                        .chain(() -> inTurn(connection, postings))
                        .chain(() -> connection.query(UNBOOKED).execute()))
                .invoke(rows -> unbooked = micros(rows.iterator().next()))
                .onFailure()
                .invoke(() -> unbooked = Double.NaN)
                .replaceWithVoid();
    }

    private static double micros(Row row) {
        BigDecimal micros = row.getBigDecimal("micros");
        return micros == null ? Double.NaN : micros.doubleValue();
    }

    private Uni<Void> inTurn(SqlConnection connection, int postings) {
        return connection.query(TURN).execute().chain(rows -> {
            Iterator<Row> turn = rows.iterator();
            // Another replica is at it.
            return turn.hasNext()
                    ? look(connection, turn.next(), postings)
                    : Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> look(SqlConnection connection, Row turn, int postings) {
        String owner = turn.getString("after_owner");
        String commonsId = turn.getString("after_commons_id");
        return connection
                .preparedQuery(LAST)
                .execute(Tuple.of(owner, commonsId, postings - 1))
                .chain(rows -> {
                    Iterator<Row> last = rows.iterator();
                    return last.hasNext()
                            ? lookUpTo(connection, owner, commonsId, last.next())
                            : compare(connection, REST, Tuple.of(owner, commonsId))
                                    .chain(() -> goOn(connection, null, null));
                });
    }

    private static Uni<Void> lookUpTo(
            SqlConnection connection, String owner, String commonsId, Row last) {
        String lastOwner = last.getString("owner");
        String lastCommonsId = last.getString("commons_id");
        Tuple slice = Tuple.of(owner, commonsId, lastOwner, lastCommonsId);
        return compare(connection, SLICE, slice)
                .chain(() -> goOn(connection, lastOwner, lastCommonsId));
    }

    private static Uni<Void> compare(SqlConnection connection, String where, Tuple slice) {
        return connection
                .preparedQuery(FORGET + where)
                .execute(slice)
                .chain(() -> connection.preparedQuery(COMPARE.formatted(where)).execute(slice))
                .invoke(LedgerAudit::tell)
                .replaceWithVoid();
    }

    private static Uni<Void> goOn(SqlConnection connection, String owner, String commonsId) {
        return connection
                .preparedQuery(GO_ON)
                .execute(Tuple.of(owner, commonsId))
                .replaceWithVoid();
    }

    private static void tell(RowSet<Row> off) {
        if (off.rowCount() > 0) {
            LOG.errorf("%d balances are not what was booked: they are in unbooked", off.rowCount());
        }
    }
}
