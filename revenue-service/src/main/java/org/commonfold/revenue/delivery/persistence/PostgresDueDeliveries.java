package org.commonfold.revenue.delivery.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.DueDeliveries;
import org.commonfold.revenue.delivery.domain.Claim;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.SigningKey;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

@ApplicationScoped
class PostgresDueDeliveries implements DueDeliveries {

    /** Goes from endpoint to endpoint of those that have something pending, by the index. */
    private static final String WAITING = """
            with recursive waiting (endpoint_id) as (
                (select endpoint_id from delivery where state = 'pending'
                  order by endpoint_id limit 1)
                union all
                select (select d.endpoint_id from delivery d
                         where d.state = 'pending' and d.endpoint_id > waiting.endpoint_id
                         order by d.endpoint_id limit 1)
                  from waiting where waiting.endpoint_id is not null)
            """;

    /**
     * Takes from each endpoint what is its oldest; what another replica is about to claim is passed
     * over. How long a claim holds is by the database's clock, which all replicas share.
     */
    private static final String CLAIM = WAITING + """
            , due as (
                select d.delivery_id
                  from waiting
                  join endpoint e on e.endpoint_id = waiting.endpoint_id and e.disabled_at is null
                                 and (e.not_before is null or e.not_before <= $3)
                  left join unnest($1::uuid[], $2::int[]) as here (endpoint_id, in_flight)
                    on here.endpoint_id = e.endpoint_id
                 cross join lateral (
                       select delivery_id, next_attempt_at from delivery
                        where endpoint_id = e.endpoint_id and state = 'pending'
                          and next_attempt_at <= $3
                          and (claimed_until is null or claimed_until <= now())
                        order by next_attempt_at
                        limit greatest(0, case when e.failing_since is null and e.is_quick
                                               then $4 else 1 end - coalesce(here.in_flight, 0))
                          for update skip locked) d
                 order by d.next_attempt_at
                 limit $5)
            update delivery set claimed_until = now() + make_interval(secs => $6)
              from due, endpoint e
             where delivery.delivery_id = due.delivery_id
               and e.endpoint_id = delivery.endpoint_id
            returning delivery.delivery_id, delivery.endpoint_id, e.url, delivery.message_id,
                      delivery.body, delivery.schedule_step, delivery.attempt_count,
                      delivery.next_attempt_at, delivery.claimed_until""";

    private static final String DELETE = """
            delete from delivery where delivery_id in (
                select delivery_id from delivery
                 where created_at < $1 and state <> 'pending' order by created_at limit $2
                   for update skip locked)""";

    private final Pool pool;
    private final Mutiny.SessionFactory sessions;
    private final KeysThatSign keys;

    PostgresDueDeliveries(Pool pool, Mutiny.SessionFactory sessions, KeysThatSign keys) {
        this.pool = pool;
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public Uni<List<Outgoing>> claim(
            Limits limits, Map<EndpointId, Integer> inFlight, Instant now) {
        List<EndpointId> endpoints = List.copyOf(inFlight.keySet());
        Tuple parameters = Tuple.tuple()
                .addArrayOfUUID(endpoints.stream().map(EndpointId::value).toArray(UUID[]::new))
                .addArrayOfInteger(endpoints.stream().map(inFlight::get).toArray(Integer[]::new))
                .addOffsetDateTime(time(now))
                .addInteger(limits.perEndpointMax())
                .addInteger(limits.countMax())
                .addDouble(limits.lease().toMillis() / 1000.0);
        return pool.preparedQuery(CLAIM)
                .execute(parameters)
                .chain(rows ->
                        rows.size() == 0 ? Uni.createFrom().item(List.of()) : withKeys(rows, now));
    }

    private Uni<List<Outgoing>> withKeys(RowSet<Row> rows, Instant now) {
        Set<UUID> endpoints =
                stream(rows).map(row -> row.getUUID("endpoint_id")).collect(Collectors.toSet());
        return keys.of(endpoints, now)
                .map(found -> stream(rows).map(row -> outgoing(row, found)).toList());
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static Outgoing outgoing(Row row, Map<UUID, List<SigningKey>> keys) {
        UUID endpointId = row.getUUID("endpoint_id");
        return new Outgoing(
                new DeliveryId(row.getUUID("delivery_id")),
                new Outgoing.Target(
                        new EndpointId(endpointId),
                        row.getString("url"),
                        keys.getOrDefault(endpointId, List.of())),
                row.getString("message_id"),
                row.getString("body"),
                new Claim(
                        row.getInteger("schedule_step"),
                        row.getInteger("attempt_count"),
                        row.getOffsetDateTime("next_attempt_at").toInstant(),
                        row.getOffsetDateTime("claimed_until").toInstant()));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Uni<Void> record(List<Tried> tried) {
        return sessions.withTransaction(session -> AttemptStatements.write(session, tried));
    }

    @Override
    public Uni<Integer> deleteBefore(Instant then, int countMax) {
        return pool.preparedQuery(DELETE)
                .execute(Tuple.of(time(then), countMax))
                .map(RowSet::rowCount);
    }
}
