package org.commonfold.revenue.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
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

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** Replicas are whoever asks here: the service itself sends nothing. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(ClaimingLongIT.NothingIsSent.class)
@DisplayName("Of what is due, a replica")
class ClaimingLongIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String ENDPOINT = """
            {"url": "https://hooks.invalid/in", "eventTypes": ["*"]}""";

    private static final String DUE = """
            insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                    created_at, state, schedule_step, attempt_count, next_attempt_at)
            select gen_random_uuid(), '%s', 'msg_' || i, 'revenue.declared', '{}', now(),
                   'pending', 0, 0, now() - interval '1 second'
              from generate_series(1, :count) i""";

    private static final String BEGIN_AGAIN = """
            update delivery set state = 'pending', schedule_step = 0, next_attempt_at = now()
             where endpoint_id = '%s'""";

    private static final String IN_AN_HOUR = """
            select count(*) from delivery where delivery_id = '%s' and next_attempt_at
                   between now() + interval '59 minutes' and now() + interval '61 minutes'""";

    private static final String SCATTERED = """
            select count(distinct next_attempt_at) from delivery where endpoint_id = '%s'
               and next_attempt_at between timestamptz '%s' + interval '5 seconds'
                                       and timestamptz '%s' + interval '6 seconds'""";

    private static final String PENDING =
            "select count(*) from delivery where state = 'pending' and endpoint_id = '%s'";

    private static final String UNCLAIMED = """
            select count(*) from delivery where claimed_until is null and endpoint_id = '%s'""";

    /** The settings. */
    public static class NothingIsSent implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("webhooks.sending.in-flight-max", "0", "webhooks.sending.upkeep", "1h");
        }
    }

    @Inject
    DueDeliveries due;

    @Inject
    DeliveryTransactions transactions;

    @Inject
    MeterRegistry metrics;

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
        Outgoing first = claimed(10, 5, Instant.now()).get(0);
        // Whatever its own clock says: the database's decides.
        assertThat(claimed(10, 5, Instant.now().plus(LEASE))).isEmpty();

        leaseIsOver(first);
        Outgoing second = claimed(10, 5, Instant.now()).get(0);

        assertThat(second.id()).isEqualTo(first.id());
        transactions.record(List.of(sent(first, 500)));
        assertThat(state(first.id())).isEqualTo("pending 0");
        transactions.record(List.of(sent(second, 200)));
        assertThat(state(first.id())).isEqualTo("succeeded 1");
    }

    private void leaseIsOver(Outgoing message) {
        execute(
                "update delivery set claimed_until = now() where delivery_id = '%s'",
                message.id().toString());
    }

    @Test
    void passes_over_what_another_is_about_to_claim() throws SQLException {
        String endpoint = endpointWith(3);
        try (Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("""
                    select from delivery where endpoint_id = '%s' and message_id = 'msg_1'
                       for update""".formatted(endpoint));

            assertThat(claimed(10, 5, Instant.now())).hasSize(2);
            other.rollback();
        }
    }

    @Test
    void takes_one_of_an_endpoint_that_is_not_known_to_be_quick() {
        String endpoint = endpointWith(10);
        execute("update endpoint set is_quick = false where endpoint_id = '%s'", endpoint);

        Outgoing one = claimed(10, 5, Instant.now()).get(0);
        assertThat(claimed(10, 5, Instant.now())).hasSize(1);

        transactions.record(List.of(sent(one, 200)));
        assertThat(claimed(10, 5, Instant.now())).hasSize(5);
    }

    @Test
    void takes_nothing_of_an_endpoint_that_asked_for_rest() {
        endpointWith(10);
        Outgoing one = claimed(1, 5, Instant.now()).get(0);

        transactions.record(List.of(sent(one, 503, Duration.ofHours(1))));

        assertThat(claimed(10, 5, Instant.now())).isEmpty();
        assertThat(claimed(10, 5, Instant.now().plus(Duration.ofMinutes(59)))).isEmpty();
        assertThat(claimed(10, 5, Instant.now().plus(Duration.ofMinutes(61)))).hasSize(1);
        assertThat(number(IN_AN_HOUR, one.id().toString())).isEqualTo(1);
    }

    @Test
    void gives_up_after_the_tenth_failure() {
        String endpoint = endpointWith(1);
        for (int failures = 1; failures <= 10; failures++) {
            execute(
                    "update delivery set next_attempt_at = now() where endpoint_id = '%s'"
                            + " and state = 'pending'",
                    endpoint);
            Outgoing one = claimed(10, 5, Instant.now()).get(0);
            transactions.record(List.of(sent(one, 500)));
            assertThat(state(one.id()))
                    .isEqualTo((failures < 10 ? "pending " : "failed ") + failures);
        }
        assertThat(claimed(10, 5, Instant.now())).isEmpty();
    }

    @Test
    void tries_what_failed_together_at_different_times_again() {
        String endpoint = endpointWith(20);
        List<Outgoing> failed = claimed(20, 20, Instant.now());
        Instant at = Instant.now();

        transactions.record(failed.stream()
                .map(one -> new Sent(one, new Attempt(1, at, 1, 500, null, ""), null))
                .toList());

        assertThat(new Database(source).number(SCATTERED.formatted(endpoint, at, at)))
                .isGreaterThan(10);
    }

    /** A redelivery that was accepted is made, and one in flight is no reason against it. */
    @Test
    void sends_again_what_was_begun_again_while_it_was_sending() {
        for (int status : new int[] {200, 500, 410}) {
            String endpoint = endpointWith(1);
            Outgoing one = claimed(10, 5, Instant.now()).get(0);
            execute(BEGIN_AGAIN, endpoint);

            transactions.record(List.of(sent(one, status)));

            if (status == 410) {
                assertThat(state(one.id())).isEqualTo("cancelled 1");
            } else {
                assertThat(state(one.id())).isEqualTo("pending 1");
                assertThat(claimed(10, 5, Instant.now()))
                        .extracting(Outgoing::id)
                        .containsExactly(one.id());
            }
            nothing_for_others();
        }
    }

    @Test
    void records_what_it_was_sending_when_the_endpoint_was_disabled() {
        String endpoint = endpointWith(3);
        List<Outgoing> sending = claimed(2, 5, Instant.now());
        Partners.disable(partnerId, endpoint);

        transactions.record(List.of(sent(sending.get(0), 200), sent(sending.get(1), 500)));

        assertThat(state(sending.get(0).id())).isEqualTo("succeeded 1");
        assertThat(state(sending.get(1).id())).isEqualTo("cancelled 1");
        assertThat(attempts(sending.get(0).id())).isEqualTo(1);
        assertThat(attempts(sending.get(1).id())).isEqualTo(1);
    }

    @Test
    void signs_nothing_of_an_endpoint_whose_key_is_damaged_and_everything_of_others() {
        String damaged = endpointWith(1);
        String sound = endpointWith(1);
        execute("update endpoint_key set sealed = 'lost:' where endpoint_id = '%s'", damaged);

        List<Outgoing> claimed = claimed(10, 5, Instant.now());

        assertThat(claimed)
                .filteredOn(one -> isTo(one, damaged))
                .allSatisfy(one -> assertThat(one.target().keys()).isEmpty());
        assertThat(claimed)
                .filteredOn(one -> isTo(one, sound))
                .hasSize(1)
                .allSatisfy(one -> assertThat(one.target().keys()).hasSize(1));
    }

    /** Each waits for the endpoint first, so neither for the other's deliveries. */
    @Test
    void records_while_the_same_endpoint_is_disabled_and_neither_fails() {
        for (int round = 0; round < 20; round++) {
            String endpoint = endpointWith(50);
            List<Sent> failed = claimed(50, 50, Instant.now()).stream()
                    .map(one -> sent(one, 500))
                    .toList();
            CompletableFuture<Void> recording =
                    CompletableFuture.runAsync(() -> transactions.record(failed));
            Partners.disable(partnerId, endpoint);
            recording.join();
            nothing_for_others();
        }
    }

    @Test
    void tells_the_operator_of_an_endpoint_that_was_disabled_once_and_only_when_it_was() {
        endpointWith(1);
        Outgoing one = claimed(10, 5, Instant.now()).get(0);
        double before = disabledSoFar();
        List<Sent> gone = List.of(sent(one, 410));

        execute(
                "alter table attempt add constraint none_today check (status <> %s) not valid",
                "410");
        assertThatThrownBy(() -> transactions.record(gone)).isInstanceOf(Exception.class);
        execute("alter table attempt drop constraint %s", "none_today");
        assertThat(disabledSoFar()).isEqualTo(before);

        transactions.record(gone);
        transactions.record(gone);
        assertThat(disabledSoFar()).isEqualTo(before + 1);
    }

    private double disabledSoFar() {
        return metrics.counter("webhook_endpoints_disabled", "reason", "gone").count();
    }

    /** The rest is left to the upkeep, which does not come here. */
    @Test
    void cancels_and_deletes_a_thousand_at_once_when_an_endpoint_ends() {
        for (int more : new int[] {0, 1}) {
            String disabled = endpointWith(1_000 + more);
            Partners.disable(partnerId, disabled);
            assertThat(number(PENDING, disabled)).isEqualTo(more);

            String removed = endpointWith(1_000 + more);
            Partners.remove(partnerId, removed);
            assertThat(number(PENDING, removed)).isEqualTo(more);
        }
    }

    private static Sent sent(Outgoing message, int status, Duration retryAfter) {
        return new Sent(message, sent(message, status).attempt(), retryAfter);
    }

    private long attempts(DeliveryId id) {
        return number("select count(*) from attempt where delivery_id = '%s'", id.toString());
    }

    private long number(String sql, String id) {
        return new Database(source).number(sql.formatted(id));
    }

    private static Sent sent(Outgoing message, int status) {
        Attempt attempt =
                new Attempt(message.claim().attempts() + 1, Instant.now(), 1, status, null, "");
        return new Sent(message, attempt, null);
    }

    private String endpointWith(int deliveries) {
        String id = Partners.endpoint(partnerId, ENDPOINT).getString("endpointId");
        execute("update endpoint set is_quick = true where endpoint_id = '%s'", id);
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
