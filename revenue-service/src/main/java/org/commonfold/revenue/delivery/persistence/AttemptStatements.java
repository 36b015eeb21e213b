package org.commonfold.revenue.delivery.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.delivery.application.DueDeliveries.Tried;
import org.commonfold.revenue.delivery.domain.Attempt;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Records any number of attempts in one statement. */
final class AttemptStatements {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Every attempt whose claim is still ours is written. What became of it decides about the
     * delivery only if that is due since the same time as when it was claimed: otherwise it was
     * begun again meanwhile, which stands, or cancelled, which stands unless it has arrived.
     */
    private static final String RECORD = """
            with ours as (
                update delivery
                   set state = case when delivery.next_attempt_at = row.due_at
                                    then row.state
                                    when delivery.state = 'cancelled'
                                    and row.succeeded_at is not null
                                    then 'succeeded'
                                    else delivery.state end,
                       next_attempt_at = case when delivery.next_attempt_at = row.due_at
                                              then row.next_attempt_at
                                              else delivery.next_attempt_at end,
                       schedule_step = case when delivery.next_attempt_at = row.due_at
                                            then delivery.schedule_step + 1
                                            else delivery.schedule_step end,
                       claimed_until = null,
                       attempt_count = row.number,
                       succeeded_at = coalesce(delivery.succeeded_at, row.succeeded_at)
                  from json_to_recordset(cast(cast(:rows as text) as json)) as row (
                           delivery_id uuid, claimed_until timestamptz, due_at timestamptz,
                           number int, attempted_at timestamptz, latency_millis int, status int,
                           failure text, answer text, state text, next_attempt_at timestamptz,
                           succeeded_at timestamptz)
                 where delivery.delivery_id = row.delivery_id
                   and delivery.claimed_until = row.claimed_until
                returning row.*)
            insert into attempt (delivery_id, number, attempted_at, latency_millis, status,
                                 failure, answer)
            select delivery_id, number, attempted_at, latency_millis, status, failure, answer
              from ours""";

    private AttemptStatements() {}

    /** As the statement names its columns. */
    private record RowJson(
            UUID delivery_id,
            String claimed_until,
            String due_at,
            int number,
            String attempted_at,
            int latency_millis,
            Integer status,
            String failure,
            String answer,
            String state,
            String next_attempt_at,
            String succeeded_at) {

        static RowJson of(Tried tried) {
            Outgoing message = tried.sent().message();
            Attempt attempt = tried.sent().attempt();
            Instant next = tried.nextAttemptAt();
            return new RowJson(
                    message.id().value(),
                    message.claim().until().toString(),
                    message.claim().dueAt().toString(),
                    attempt.number(),
                    attempt.attemptedAt().toString(),
                    attempt.latencyMillis(),
                    attempt.status(),
                    attempt.failure(),
                    attempt.answer(),
                    tried.state().wireName(),
                    next == null ? null : next.toString(),
                    tried.sent().isSuccess() ? tried.sent().endedAt().toString() : null);
        }
    }

    static Uni<Void> write(Mutiny.Session session, List<Tried> tried) {
        return session.createNativeQuery(RECORD)
                .setParameter("rows", write(tried.stream().map(RowJson::of).toList()))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String write(List<RowJson> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
