package org.commonfold.revenue.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.revenue.Partners;
import org.commonfold.revenue.delivery.application.DueDeliveries;
import org.commonfold.revenue.delivery.domain.Attempt;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** Replicas are whoever asks here: the service itself sends nothing. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(ClaimingIT.NothingIsSent.class)
@DisplayName("Of what is due, a replica")
class ClaimingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String ENDPOINT = """
            {"url": "https://hooks.invalid/in", "eventTypes": ["*"]}""";

    private static final String DUE = """
            insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                    created_at, state, schedule_step, attempt_count, next_attempt_at)
            select gen_random_uuid(), '%s', 'msg_' || i, 'revenue.declared', '{}', now(),
                   'pending', 0, 0, now() - interval '1 second'
              from generate_series(1, :count) i""";

    private static final String UNCLAIMED = """
            select count(*) from delivery where claimed_until is null and endpoint_id = '%s'""";

    /** The settings. */
    public static class NothingIsSent implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("webhooks.sending.in-flight-max", "0");
        }
    }

    @Inject
    DueDeliveries due;

    @Inject
    DeliveryTransactions transactions;

    @Inject
    DataSource source;

    private String partnerId;

    @BeforeEach
    void a_partner() {
        partnerId = Partners.newPartner();
    }

    @AfterEach
    void nothing_for_others() {
        new Database(source).execute("delete from endpoint");
    }

    @Test
    void claims_what_no_other_does_at_the_same_time() {
        String endpoint = endpointWith(300);

        List<Outgoing> claimed = Uni.combine()
                .all()
                .unis(Stream.generate(() -> claim(100, 100, Instant.now()))
                        .limit(3)
                        .toList())
                .with(lists -> lists.stream()
                        .flatMap(list -> ((List<?>) list).stream())
                        .map(Outgoing.class::cast)
                        .toList())
                .await()
                .atMost(PATIENCE);

        assertThat(claimed).extracting(Outgoing::id).doesNotHaveDuplicates();
        assertThat(unclaimed(endpoint)).isEqualTo(300 - claimed.size());
    }

    @Test
    void takes_the_oldest_of_each_endpoint() {
        String busy = endpointWith(50);
        String quiet = endpointWith(1);

        List<Outgoing> claimed = claimed(10, 5, Instant.now());

        assertThat(claimed).hasSize(6);
        assertThat(claimed).filteredOn(one -> isTo(one, busy)).hasSize(5);
        assertThat(claimed).filteredOn(one -> isTo(one, quiet)).hasSize(1);
    }

    @Test
    void counts_what_it_is_sending_already() {
        String endpoint = endpointWith(10);
        EndpointId id = new EndpointId(UUID.fromString(endpoint));

        assertThat(due.claim(limits(10, 5), Map.of(id, 3), Instant.now())
                        .await()
                        .atMost(PATIENCE))
                .hasSize(2);
    }

    @Test
    void takes_one_of_an_endpoint_that_fails() {
        String endpoint = endpointWith(10);
        execute("update endpoint set failing_since = now() where endpoint_id = '%s'", endpoint);

        assertThat(claimed(10, 5, Instant.now())).hasSize(1);
    }

    @Test
    void takes_nothing_of_an_endpoint_that_is_disabled() {
        String endpoint = endpointWith(10);
        execute(
                "update endpoint set disabled_at = now(), disabled_reason = 'gone'"
                        + " where endpoint_id = '%s'",
                endpoint);

        assertThat(claimed(10, 5, Instant.now())).isEmpty();
    }

    @Test
    void claims_again_what_another_has_left_and_its_late_word_counts_no_more() {
        endpointWith(1);
        Instant now = Instant.now();
        Outgoing first = claimed(10, 5, now).get(0);
        assertThat(claimed(10, 5, now.plus(LEASE).minusMillis(1))).isEmpty();

        Outgoing second = claimed(10, 5, now.plus(LEASE)).get(0);

        assertThat(second.id()).isEqualTo(first.id());
        transactions.record(List.of(sent(first, 500)));
        assertThat(state(first.id())).isEqualTo("pending 0");
        transactions.record(List.of(sent(second, 200)));
        assertThat(state(first.id())).isEqualTo("succeeded 1");
    }

    private static Sent sent(Outgoing message, int status) {
        Attempt attempt = new Attempt(message.attempts() + 1, Instant.now(), 1, status, null, "");
        return new Sent(message, attempt, null);
    }

    private String endpointWith(int deliveries) {
        String id = Partners.endpoint(partnerId, ENDPOINT).getString("endpointId");
        execute(DUE.replace(":count", Integer.toString(deliveries)), id);
        return id;
    }

    private Uni<List<Outgoing>> claim(int countMax, int perEndpointMax, Instant now) {
        return due.claim(limits(countMax, perEndpointMax), Map.of(), now);
    }

    private List<Outgoing> claimed(int countMax, int perEndpointMax, Instant now) {
        return claim(countMax, perEndpointMax, now).await().atMost(PATIENCE);
    }

    private static DueDeliveries.Limits limits(int countMax, int perEndpointMax) {
        return new DueDeliveries.Limits(countMax, perEndpointMax, LEASE);
    }

    private static boolean isTo(Outgoing message, String endpointId) {
        return message.target().endpointId().toString().equals(endpointId);
    }

    private long unclaimed(String endpointId) {
        return new Database(source).number(UNCLAIMED.formatted(endpointId));
    }

    private String state(DeliveryId id) {
        return new Database(source)
                .texts("select state || ' ' || attempt_count from delivery where delivery_id = '"
                        + id + "'")
                .get(0);
    }

    private void execute(String sql, String endpointId) {
        new Database(source).execute(sql.formatted(endpointId));
    }
}
