package org.commonfold.payout.statement.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.domain.Account;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.statement.application.Statements;
import org.commonfold.payout.statement.domain.Period;
import org.commonfold.payout.statement.domain.Statement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Sums and lines are read in a transaction that sees what there was when it began. */
@ApplicationScoped
class PostgresStatements implements Statements {

    private static final String BEGIN = "begin isolation level repeatable read, read only";

    /** The closing is summed on its own, so that a statement can be found not to add up. */
    private static final String SUMS = """
            select entry.currency collate "C" as currency, posting.kind,
                   -coalesce(sum(posting.micros) filter (where entry.booked_at < $2), 0) as opening,
                   -sum(posting.micros) as closing
              from posting join entry using (commons_id, entry_id)
             where posting.owner = $1 and entry.booked_at < $3
             group by 1, 2
             order by 1, 2""";

    /** As they were written: a moment may have several. */
    private static final String LINES = """
            select entry.booked_at, entry.entry_id, entry.commons_id, entry.kind,
                   entry.revenue_id, entry.payout_id, entry.currency,
                   -coalesce(sum(micros) filter (where posting.kind = 'accrued'), 0) as accrued,
                   -coalesce(sum(micros) filter (where posting.kind = 'available'), 0) as available,
                   -coalesce(sum(micros) filter (where posting.kind = 'reserved'), 0) as reserved,
                   -coalesce(sum(micros) filter (where posting.kind = 'paid'), 0) as paid
              from posting join entry using (commons_id, entry_id)
             where posting.owner = $1 and entry.booked_at >= $2 and entry.booked_at < $3
             group by entry.commons_id, entry.entry_id
             order by entry.booked_at, entry.number
             limit $4""";

    private final Pool pool;

    PostgresStatements(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Statement>> read(
            ContributorId who, Period period, Instant now, int linesMax) {
        Tuple days = Tuple.of(Account.ownerOf(who), utc(period.begin()), utc(period.end()));
        return Multi.createFrom()
                .resourceFromUni(
                        pool::getConnection,
                        connection -> connection
                                .query(BEGIN)
                                .execute()
                                .chain(() -> read(connection, days, linesMax))
                                .toMulti())
                .withFinalizer(PostgresStatements::end)
                .collect()
                .last()
                .map(found -> found.map(rows -> rows.toStatement(who, period, now)));
    }

    private static Uni<Optional<StatementRows>> read(
            SqlConnection connection, Tuple days, int linesMax) {
        Tuple daysAndLimit =
                Tuple.of(days.getValue(0), days.getValue(1), days.getValue(2), linesMax + 1);
        return connection
                .preparedQuery(SUMS)
                .execute(days)
                .chain(sums -> connection
                        .preparedQuery(LINES)
                        .execute(daysAndLimit)
                        .map(lines -> within(sums, lines, linesMax)));
    }

    private static Optional<StatementRows> within(
            RowSet<Row> sums, RowSet<Row> lines, int linesMax) {
        return lines.rowCount() > linesMax
                ? Optional.empty()
                : Optional.of(new StatementRows(sums, lines));
    }

    private static Uni<Void> end(SqlConnection connection) {
        return connection
                .query("rollback")
                .execute()
                .replaceWithVoid()
                .eventually(connection::close);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
