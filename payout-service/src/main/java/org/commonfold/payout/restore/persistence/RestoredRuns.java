package org.commonfold.payout.restore.persistence;

import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import org.commonfold.payout.payment.application.LoggedMovement;
import org.commonfold.payout.payment.domain.PayoutRun;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Runs and payouts as the log tells them, so that a bank, or two treasurers, can still say what
 * became of money that was reserved. All but the bank accounts, which are in no log. Blocks.
 */
final class RestoredRuns {

    private static final String RUN = """
            insert into payout_run (run_id, currency, minimum_micros, execution_date, state,
                                    prepared_by, prepared_at, approved_by, approved_at, event_count)
            values ($1, $2, $3, $4, 'restored', $5, $6, $7, $8, 0) on conflict do nothing""";

    private static final String PAYOUTS = """
            insert into payout (payout_id, run_id, contributor_id, micros, state, reason)
            select payout_id, run_id, contributor_id, micros,
                   case when reason = 'cancelled' then 'cancelled'
                        when is_returned then 'returned'
                        when is_paid then 'paid'
                        else 'reserved' end,
                   nullif(reason, 'cancelled')
              from (select payout_id, min(substr(owner, length('contributor:') + 1))
                               as contributor_id,
                           cast(min(cast(run_id as text)) as uuid) as run_id,
                           sum(micros) filter (where kind = 'RESERVATION') as micros,
                           bool_or(kind = 'PAYMENT') as is_paid,
                           bool_or(kind = 'RETURN') as is_returned,
                           min(reason) as reason
                      from payout_to_restore group by payout_id) told
              join payout_run using (run_id)""";

    private static final String DRAWS = """
            insert into payout_draw (payout_id, commons_id, micros)
            select payout_id, commons_id, told.micros
              from payout_to_restore told join payout using (payout_id)
             where kind = 'RESERVATION'""";

    /** All payouts of a run are cancelled, or none. */
    private static final String CANCELLED = """
            update payout_run set state = 'cancelled', cancelled_at = cancellation.at
              from (select run_id, to_timestamp(max(booked_at_millis) / 1000.0) as at
                      from payout_to_restore join payout using (run_id, payout_id)
                     where state = 'cancelled' group by run_id) cancellation
             where payout_run.run_id = cancellation.run_id""";

    private RestoredRuns() {}

    /** The runs of these, each once. */
    static void addRuns(SqlConnection connection, List<LoggedMovement> told) {
        List<Tuple> runs = told.stream()
                .flatMap(one -> one.run().stream())
                .map(RestoredRuns::tuple)
                .distinct()
                .toList();
        if (!runs.isEmpty()) {
            connection.preparedQuery(RUN).executeBatchAndAwait(runs);
        }
    }

    private static Tuple tuple(PayoutRun run) {
        return Tuple.tuple()
                .addValue(run.id().value())
                .addValue(run.terms().currency().getCurrencyCode())
                .addValue(run.terms().minimumMicros())
                .addValue(run.terms().executionDate())
                .addValue(run.preparedBy())
                .addValue(OffsetDateTime.ofInstant(run.preparedAt(), ZoneOffset.UTC))
                .addValue(run.approvedBy())
                .addValue(OffsetDateTime.ofInstant(run.approvedAt(), ZoneOffset.UTC));
    }

    /** What became of them, by everything that waits to be booked again. */
    static void addPayouts(SqlConnection connection) {
        for (String statement : List.of(PAYOUTS, DRAWS, CANCELLED)) {
            connection.query(statement).executeAndAwait();
        }
    }
}
