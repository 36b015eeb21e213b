package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.commonfold.kit.testing.ServiceProcess;
import org.commonfold.kit.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@DisplayName("revenue-service, killed in the middle of 10,000 deliveries")
class KilledWhileSendingLongIT {

    private static final int DELIVERIES = 10_000;
    private static final int ENDPOINTS = 10;
    private static final int[] KILLED_AFTER = {1_500, 4_000, 7_000};
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String SUCCEEDED =
            "select count(*) from delivery where state = 'succeeded'";

    private static final String TO_ENDPOINTS = """
            insert into partner values (gen_random_uuid(), 'Partner', now());
            insert into endpoint (endpoint_id, partner_id, url, event_types, commons_ids,
                    signs_v1a, created_at, version)
            select gen_random_uuid(), partner_id, 'http://localhost:%d/' || n, '{}', '{}',
                   false, now(), 1
              from partner, generate_series(1, %d) n""";

    /** The body says which message it is, so that a mixed up webhook-id would be seen. */
    private static final String DUE = """
            insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                    created_at, state, schedule_step, attempt_count, next_attempt_at)
            select gen_random_uuid(), endpoint_id, 'message-' || url || '-' || n,
                   'revenue.declared', 'message-' || url || '-' || n,
                   now(), 'pending', 0, 0, now()
              from endpoint, generate_series(1, %d) n""";

    /** With what all is signed; sealed by the key that is published. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Map<String, Set<String>> bodiesOfId = new ConcurrentHashMap<>();
    private final AtomicInteger unverified = new AtomicInteger();
    private final AtomicInteger arrivals = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private HttpServer receiver;

    @BeforeEach
    void a_receiver() throws IOException {
        receiver = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ENDPOINTS * 16);
        receiver.setExecutor(threads);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void no_receiver() {
        receiver.stop(0);
        threads.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodiesOfId
                .computeIfAbsent(
                        exchange.getRequestHeaders().getFirst("webhook-id"),
                        id -> ConcurrentHashMap.newKeySet())
                .add(body);
        if (!isVerified(exchange, body)) {
            unverified.incrementAndGet();
        }
        arrivals.incrementAndGet();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static boolean isVerified(HttpExchange exchange, String body) {
        try {
            new Webhook(SECRET)
                    .verify(
                            body,
                            HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            return true;
        } catch (WebhookVerificationException unsigned) {
            return false;
        }
    }

    private static void makeDue(TestDatabase database, int port) {
        database.execute(TO_ENDPOINTS.formatted(port, ENDPOINTS));
        for (String id : database.texts("select endpoint_id from endpoint")) {
            String sealed = TheSealer.seal("endpoint_key/" + id, SECRET);
            database.execute("""
                    insert into endpoint_key (key_id, endpoint_id, scheme, sealed, created_at)
                    values ('%1$s', '%1$s', 'v1', '%2$s', now())""".formatted(id, sealed));
        }
        database.execute(DUE.formatted(DELIVERIES / ENDPOINTS));
    }

    @Test
    void loses_none_and_repeats_some_under_the_same_id() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (ServiceProcess migrating = start(database)) {
            awaitMigrated(migrating, database);
            migrating.kill();
        }
        int port = receiver.getAddress().getPort();
        makeDue(database, port);
        for (int moment : KILLED_AFTER) {
            try (ServiceProcess sending = start(database)) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> arrivals.get() >= moment);
                sending.kill();
            }
            assertThat(database.number(SUCCEEDED)).as("killed too late").isLessThan(DELIVERIES);
        }
        try (ServiceProcess sending = start(database)) {
            await().atMost(PATIENCE)
                    .until(() -> sending.isAlive() && database.number(SUCCEEDED) == DELIVERIES);
        }
        assertThat(unverified).hasValue(0);
        // What was on its way when it was killed has arrived, and arrives again.
        assertThat(arrivals).hasValueGreaterThan(DELIVERIES);
        System.out.printf(
                "%d arrivals of %d messages, killed %d times%n",
                arrivals.get(), DELIVERIES, KILLED_AFTER.length);
        assertThat(bodiesOfId.keySet()).isEqualTo(messageIds(port));
        assertThat(bodiesOfId).allSatisfy((id, bodies) -> assertThat(bodies).containsExactly(id));
    }

    private static void awaitMigrated(ServiceProcess process, TestDatabase database) {
        await().atMost(PATIENCE)
                .ignoreException(IllegalStateException.class)
                .until(() -> process.isAlive()
                        && !database.texts("select count(*) from attempt").isEmpty()
                        && !database.texts("select not_before from endpoint union select null")
                                .isEmpty());
    }

    private static Set<String> messageIds(int port) {
        return IntStream.rangeClosed(1, ENDPOINTS)
                .boxed()
                .flatMap(endpoint -> IntStream.rangeClosed(1, DELIVERIES / ENDPOINTS)
                        .mapToObj(n ->
                                "message-http://localhost:%d/%d-%d".formatted(port, endpoint, n)))
                .collect(Collectors.toSet());
    }

    /**
     * What a killed one had claimed is anybody's again after half a minute. No attempt fails for
     * want of time, however slow the machine: after two failures the next try is minutes away.
     */
    private ServiceProcess start(TestDatabase database) throws IOException {
        return ServiceProcess.start(
                database,
                "-Dwebhooks.allow-http=true",
                "-Dwebhooks.ports=" + receiver.getAddress().getPort(),
                "-Dwebhooks.sending.allow-private-addresses=true",
                "-Dwebhooks.sending.timeout=25s",
                "-Dwebhooks.sending.lease=30s");
    }
}
