package org.commonfold.payout.replay.persistence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import org.commonfold.payout.replay.domain.Difference;
import org.commonfold.payout.replay.domain.Findings;
import org.commonfold.payout.replay.domain.Replay;
import org.commonfold.payout.replay.domain.ReplayId;

import java.time.OffsetDateTime;
import java.util.List;

/** Replays as rows. */
final class ReplayRows {

    private ReplayRows() {}

    static Tuple progress(ReplayId id, Findings findings) {
        Findings.Counts counts = findings.counts();
        JsonArray shown = new JsonArray();
        for (Difference one : findings.shown()) {
            shown.add(new JsonObject()
                    .put("what", one.what())
                    .put("where", one.where())
                    .put("expected", one.expected())
                    .put("found", one.found()));
        }
        return Tuple.tuple()
                .addValue(id.value())
                .addValue(counts.records())
                .addValue(counts.recordsInAll())
                .addValue(counts.entries())
                .addValue(counts.payoutEntries())
                .addValue(counts.balances())
                .addValue(counts.differences())
                .addValue(shown);
    }

    static Replay replay(Row row) {
        OffsetDateTime endedAt = row.getOffsetDateTime("ended_at");
        return new Replay(
                new ReplayId(row.getUUID("replay_id")),
                Replay.State.of(row.getString("state")),
                row.getString("started_by"),
                row.getOffsetDateTime("started_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                new Findings.Counts(
                        row.getLong("records"),
                        row.getLong("records_in_all"),
                        row.getLong("entries"),
                        row.getLong("payout_entries"),
                        row.getLong("balances"),
                        row.getLong("differences")),
                shown(new JsonArray(row.getValue("shown").toString())),
                row.getString("failure"));
    }

    private static List<Difference> shown(JsonArray shown) {
        return shown.stream()
                .map(JsonObject.class::cast)
                .map(one -> new Difference(
                        one.getString("what"),
                        one.getString("where"),
                        one.getString("expected"),
                        one.getString("found")))
                .toList();
    }
}
