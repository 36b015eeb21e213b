package org.commonfold.revenue.delivery.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

import jakarta.inject.Inject;

import org.commonfold.kit.identity.Ids;
import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Old deliveries")
class OldDeliveriesIT {

    private static final Instant NOW = Instant.now();

    @Inject
    DataSource source;

    @Inject
    OldDeliveries oldDeliveries;

    @Inject
    Ids ids;

    private Database database;
    private UUID endpointId;

    @BeforeEach
    void an_endpoint() {
        database = new Database(source);
        UUID partnerId = ids.next();
        endpointId = ids.next();
        database.execute("insert into partner values ('%s', 'Acme', now())".formatted(partnerId));
        database.execute("""
                insert into endpoint (endpoint_id, partner_id, url, event_types, commons_ids,
                       signs_v1a, created_at, disabled_at, disabled_reason, version)
                values ('%s', '%s', 'https://hooks.invalid/', '{*}', '{}', false, now(), now(),
                       'paused', 1)""".formatted(endpointId, partnerId));
    }

    private void delivery(Instant createdAt, String state, int count) {
        String next = state.equals("pending") ? "now()" : "null";
        String begin = new UUID(createdAt.toEpochMilli() << 16 | 0x7000, 0).toString();
        String insert = """
                insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                       created_at, state, schedule_step, attempt_count, next_attempt_at)
                select cast(substr('%s', 1, 19) || substr(cast(gen_random_uuid() as text), 20)
                            as uuid),
                       '%s', '%s-' || i, 'a.b', '{}', '%s', '%s', 0, 0, %s
                  from generate_series(1, %d) i""";
        database.execute(insert.formatted(
                begin,
                endpointId,
                createdAt.toEpochMilli() + state,
                createdAt,
                state,
                next,
                count));
    }

    private long count() {
        return database.number(
                "select count(*) from delivery where endpoint_id = '" + endpointId + "'");
    }

    @Test
    void are_forgotten_after_thirty_days_unless_they_are_pending() throws Throwable {
        Instant limit = NOW.minus(OldDeliveries.KEPT);
        delivery(limit.minusMillis(1), "succeeded", 1);
        delivery(limit.minusMillis(1), "pending", 1);
        delivery(limit, "failed", 1);
        delivery(limit.minus(Duration.ofDays(100)), "cancelled", 10_001);

        VertxContextSupport.subscribeAndAwait(() -> oldDeliveries.forgetBefore(limit));

        assertThat(count()).isEqualTo(2);
    }
}
