package org.commonfold.revenue.delivery.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.delivery.application.DueDeliveries.Tried;
import org.commonfold.revenue.delivery.domain.Attempt;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records any number of attempts in three statements. */
final class AttemptStatements {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ROWS = """
            json_to_recordset(cast(cast(:rows as text) as json)) as row (
                delivery_id uuid, endpoint_id uuid, claimed_until timestamptz, number int,
                attempted_at timestamptz, ended_at timestamptz, latency_millis int, status int,
                failure text, answer text, is_success boolean, next_attempt_at timestamptz)""";

    /** Only what is still claimed by us; the attempt itself is written in any case that is. */
    private static final String DELIVERIES = """
            with ours as (
                update delivery
                   set state = case when row.is_success then 'succeeded'
                                    when row.next_attempt_at is null then 'failed'
                                    else 'pending' end,
                       next_attempt_at = row.next_attempt_at,
                       claimed_until = null,
                       attempt_count = row.number,
                       schedule_step = delivery.schedule_step + 1,
                       succeeded_at = coalesce(delivery.succeeded_at,
                                               case when row.is_success then row.ended_at end)
                  from %s
                 where delivery.delivery_id = row.delivery_id
                   and delivery.claimed_until = row.claimed_until
                   and delivery.state = 'pending'
                returning row.*)
            insert into attempt (delivery_id, number, attempted_at, latency_millis, status,
                                 failure, answer)
            select delivery_id, number, attempted_at, latency_millis, status, failure, answer
              from ours""".formatted(ROWS);

    /** In the order of their ids, so that two replicas never wait for each other. */
    private static final String ENDPOINTS = """
            with changed as (
                select e.endpoint_id, outcome.failing_since
                  from endpoint e
                  join (select endpoint_id,
                               case when bool_or(is_success) then null
                                    else min(attempted_at) end as failing_since
                          from %s group by endpoint_id) outcome
                    on outcome.endpoint_id = e.endpoint_id
                 where (e.failing_since is null) <> (outcome.failing_since is null)
                 order by e.endpoint_id
                   for no key update of e)
            update endpoint set failing_since = changed.failing_since
              from changed where endpoint.endpoint_id = changed.endpoint_id""".formatted(ROWS);

    private static final String FAILING = """
            select e.endpointId, e.failingSince from EndpointRow e
            where e.endpointId in :ids and e.failingSince is not null""";

    private AttemptStatements() {}

    /** As the statements name their columns. */
    private record RowJson(
            UUID delivery_id,
            UUID endpoint_id,
            String claimed_until,
            int number,
            String attempted_at,
            String ended_at,
            int latency_millis,
            Integer status,
            String failure,
            String answer,
            boolean is_success,
            String next_attempt_at) {

        static RowJson of(Tried tried) {
            Outgoing message = tried.sent().message();
            Attempt attempt = tried.sent().attempt();
            Instant next = tried.nextAttemptAt();
            return new RowJson(
                    message.id().value(),
                    message.target().endpointId().value(),
                    message.claimedUntil().toString(),
                    attempt.number(),
                    attempt.attemptedAt().toString(),
                    tried.sent().endedAt().toString(),
                    attempt.latencyMillis(),
                    attempt.status(),
                    attempt.failure(),
                    attempt.answer(),
                    tried.sent().isSuccess(),
                    next == null ? null : next.toString());
        }
    }

    static Uni<Map<EndpointId, Instant>> write(Mutiny.Session session, List<Tried> tried) {
        String rows = write(tried.stream().map(RowJson::of).toList());
        List<UUID> endpoints = tried.stream()
                .map(one -> one.sent().endpointId().value())
                .distinct()
                .toList();
        return execute(session, DELIVERIES, rows)
                .chain(() -> execute(session, ENDPOINTS, rows))
                .chain(() -> session.createQuery(FAILING, Object[].class)
                        .setParameter("ids", endpoints)
                        .getResultList())
                .map(AttemptStatements::failingSince);
    }

    private static Uni<Integer> execute(Mutiny.Session session, String statement, String rows) {
        return session.createNativeQuery(statement).setParameter("rows", rows).executeUpdate();
    }

    private static Map<EndpointId, Instant> failingSince(List<Object[]> rows) {
        Map<EndpointId, Instant> failingSince = new HashMap<>();
        rows.forEach(row -> failingSince.put(new EndpointId((UUID) row[0]), (Instant) row[1]));
        return failingSince;
    }

    private static String write(List<RowJson> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
