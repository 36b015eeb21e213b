package org.commonfold.revenue.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.revenue.Partners;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

/** So many at once that none who sends to others waits, and the rest a little later. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(LocalReceivers.class)
@DisplayName("What is not to be sent any more")
class ClearingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 1_000;

    private static final String WAITING = """
            insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                    created_at, state, schedule_step, attempt_count, next_attempt_at)
            select gen_random_uuid(), '%s', 'msg_' || i, 'revenue.declared', '{}', now(),
                   'pending', 0, 0, now() + interval '1 hour'
              from generate_series(1, %d) i""";

    @Inject
    DataSource source;

    private Database database;
    private String partnerId;

    private static HttpServer receivers;

    @BeforeAll
    static void with_receivers() {
        receivers = LocalReceivers.start();
    }

    @AfterAll
    static void without_receivers() {
        receivers.stop(0);
    }

    @BeforeEach
    void a_partner() {
        database = new Database(source);
        partnerId = Partners.newPartner();
    }

    @Test
    void is_cancelled_when_its_endpoint_is_gone_however_much_it_is() {
        String id = endpoint("/gone", 2 * AT_ONCE + 1);

        Partners.test(partnerId, id);

        await().atMost(PATIENCE).until(() -> count(id, "cancelled") == 2 * AT_ONCE + 1);
        assertThat(count(id, "failed")).isEqualTo(1);
        assertThat(Partners.endpointOf(partnerId, id).getBoolean("enabled")).isFalse();
    }

    @Test
    void is_cancelled_with_the_endpoint_up_to_a_thousand() {
        for (int more : new int[] {0, 1}) {
            String id = endpoint("/ok", AT_ONCE + more);
            Partners.disable(partnerId, id);
            assertThat(count(id, "cancelled")).isGreaterThanOrEqualTo(AT_ONCE);
            await().atMost(PATIENCE).until(() -> count(id, "pending") == 0);
        }
    }

    @Test
    void is_deleted_with_its_endpoint_however_much_it_is() {
        String id = endpoint("/ok", 2 * AT_ONCE + 1);
        List<String> newest = Partners.deliveryIds(partnerId, id);

        Partners.remove(partnerId, id);

        assertThat(newest).isNotEmpty().noneMatch(one -> Partners.isKnown(partnerId, one));
        await().atMost(PATIENCE)
                .until(() -> database.texts(
                                "select url from endpoint where endpoint_id = '%s'".formatted(id))
                        .isEmpty());
    }

    @Test
    void is_deleted_after_thirty_days_however_much_it_is() {
        String id = endpoint("/ok", 2 * AT_ONCE + 1);
        database.execute("""
                update delivery set state = 'failed', next_attempt_at = null,
                       created_at = now() - interval '30 days'
                 where endpoint_id = '%s'""".formatted(id));

        await().atMost(PATIENCE).until(() -> count(id, "failed") == 0);
    }

    private String endpoint(String path, int waiting) {
        String url = "http://localhost:" + LocalReceivers.PORT + path;
        String id = Partners.endpoint(
                        partnerId, "{\"url\": \"%s\", \"eventTypes\": [\"*\"]}".formatted(url))
                .getString("endpointId");
        database.execute(WAITING.formatted(id, waiting));
        return id;
    }

    private int count(String endpointId, String state) {
        List<String> counts = database.texts(
                "select count(*)::text from delivery where endpoint_id = '%s' and state = '%s'"
                        .formatted(endpointId, state));
        return Integer.parseInt(counts.get(0));
    }
}
