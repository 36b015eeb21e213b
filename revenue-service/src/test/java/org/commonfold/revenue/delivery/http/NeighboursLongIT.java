package org.commonfold.revenue.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.revenue.Partners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/** All on one host and port; the hanging ones hang until the test lets them go. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(NeighboursLongIT.FewPlaces.class)
@DisplayName("An endpoint beside others that hang")
class NeighboursLongIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PLACES = 32;
    private static final int PER_ENDPOINT = 16;

    private static final String DUE = """
            insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                    created_at, state, schedule_step, attempt_count, next_attempt_at)
            select gen_random_uuid(), '%s', 'msg_' || i, 'revenue.declared', '{}', now(),
                   'pending', 0, 0, now() - interval '1 minute'
              from generate_series(1, %d) i;
            select pg_notify('delivery', '')""";

    /** An attempt may take longer than the test is patient: as long as it lasts, they hang. */
    public static class FewPlaces extends LocalReceivers {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("webhooks.sending.timeout", "10m");
            settings.put("webhooks.sending.lease", "20m");
            settings.put("webhooks.sending.in-flight-max", Integer.toString(PLACES));
            settings.put(
                    "webhooks.sending.in-flight-per-endpoint-max", Integer.toString(PER_ENDPOINT));
            return settings;
        }
    }

    @Inject
    DataSource source;

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger hanging = new AtomicInteger();
    private final AtomicInteger arrived = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private String partnerId;
    private HttpServer receivers;

    @BeforeEach
    void receivers() throws IOException {
        new Database(source).execute("delete from endpoint");
        receivers = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), LocalReceivers.PORT), 100);
        receivers.setExecutor(threads);
        receivers.createContext("/ok", exchange -> answer(exchange, arrived));
        receivers.createContext("/hang", this::hang);
        receivers.start();
        partnerId = Partners.newPartner();
    }

    @AfterEach
    void no_receivers() {
        released.countDown();
        new Database(source).execute("delete from endpoint");
        receivers.stop(0);
        threads.shutdownNow();
    }

    private void hang(HttpExchange exchange) throws IOException {
        hanging.incrementAndGet();
        try {
            released.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, new AtomicInteger());
    }

    private static void answer(HttpExchange exchange, AtomicInteger count) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
        count.incrementAndGet();
    }

    private String endpoint(String path, boolean isQuick) {
        String url = "http://localhost:" + LocalReceivers.PORT + path;
        String id = Partners.endpoint(
                        partnerId, "{\"url\": \"%s\", \"eventTypes\": [\"*\"]}".formatted(url))
                .getString("endpointId");
        new Database(source)
                .execute("update endpoint set is_quick = %s where endpoint_id = '%s'"
                        .formatted(isQuick, id));
        return id;
    }

    private void due(String endpointId, int count) {
        new Database(source).execute(DUE.formatted(endpointId, count));
    }

    private void awaitHanging(int count) {
        await().atMost(PATIENCE).until(() -> hanging.get() == count);
    }

    /** Until a moment ago they were quick: each has all it may have, and others have the rest. */
    @Test
    void gets_its_messages_while_all_of_theirs_are_on_their_way() {
        for (int i = 0; i < 4; i++) {
            due(endpoint("/hang", true), 2 * PER_ENDPOINT);
        }
        awaitHanging(PLACES / 2 + 3);

        due(endpoint("/ok", true), 10);

        await().atMost(PATIENCE).until(() -> arrived.get() == 10);
        assertThat(released.getCount()).isEqualTo(1);
    }

    /** Which accept every message in the end, and would have a place for each. */
    @Test
    void is_not_kept_waiting_by_those_that_are_slow() {
        for (int i = 0; i < 4; i++) {
            due(endpoint("/hang", false), 2 * PER_ENDPOINT);
        }
        awaitHanging(4);

        due(endpoint("/ok", true), 100);

        await().atMost(PATIENCE).until(() -> arrived.get() == 100);
        assertThat(hanging).hasValue(4);
    }
}
