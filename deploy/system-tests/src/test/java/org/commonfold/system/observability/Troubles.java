package org.commonfold.system.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonfold.kit.testing.DatabaseCable;
import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.Infrastructure;
import org.commonfold.kit.testing.TestDatabase;
import org.commonfold.kit.testing.TestTokens;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** The four services with all they need, and what may befall them. */
final class Troubles implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OPERATOR = TestTokens.token("olga", "operator");

    /** More than a pool has connections. */
    private static final int REQUESTS_TO_A_LOCKED_TABLE = 40;

    private static final String RUN = """
        insert into payout_run (run_id, currency, minimum_micros, execution_date, state,
                                prepared_by, prepared_at, approved_by, approved_at, event_count)
        values ('%s', 'EUR', 1, current_date, %s, 'tess', now() - interval '7 days', %s, 1)\
        """;

    private static final String PAYOUT = """
        insert into payout (payout_id, run_id, contributor_id, micros, account_id, sealed, state)
        values (gen_random_uuid(), '%s', 'ada', 1000000, gen_random_uuid(), 'x', 'reserved')\
        """;

    private final EmbeddedBroker broker = EmbeddedBroker.start();
    private final Map<String, TestDatabase> databases = new HashMap<>();
    private final Map<String, RunningService> services = new LinkedHashMap<>();
    private final DatabaseCable payoutCable =
            new DatabaseCable(Infrastructure.CHOSEN.postgresAddress());
    private final int partnersPort = EmbeddedBroker.freePort();
    private final PartnersServer partners = new PartnersServer(partnersPort);
    private Connection lock;

    Troubles() throws IOException {
        start("contribution", Map.of("RATE_LIMIT_READS_PER_MINUTE", "300"));
        start("rating", Map.of());
        start(
                "revenue",
                Map.of(
                        "WEBHOOKS_ALLOW_HTTP", "true",
                        "WEBHOOKS_PORTS", Integer.toString(partnersPort),
                        "WEBHOOKS_SENDING_ALLOW_PRIVATE_ADDRESSES", "true",
                        "WEBHOOKS_SENDING_TIMEOUT", "100s",
                        "WEBHOOKS_SENDING_LEASE", "200s"));
        start(
                "payout",
                Map.of(
                        "LEDGER_CHECK_EVERY", "1s",
                        "LEDGER_AUDIT_EVERY", "1s",
                        "PAYOUT_RUNS_LOOK_EVERY", "1s"));
    }

    private void start(String name, Map<String, String> environment) throws IOException {
        TestDatabase database = TestDatabase.create();
        databases.put(name, database);
        String address = database.address();
        if (name.equals("payout")) {
            String itsName = address.substring(address.lastIndexOf('/'));
            address = "localhost:" + payoutCable.port() + itsName;
        }
        services.put(
                name,
                RunningService.start(
                        name + "-service", broker.bootstrapServers(), address, environment));
    }

    /** By the name of its job, where each service tells its metrics. */
    Map<String, String> targets() {
        Map<String, String> targets = new LinkedHashMap<>();
        services.values()
                .forEach(service -> targets.put(service.name(), service.managementAddress()));
        return targets;
    }

    boolean isAllWell() {
        return services.values().stream().allMatch(RunningService::isReady);
    }

    /** As a session does that somebody forgot: its log stands still, and so do requests. */
    void lockWhatRatingReads() throws SQLException, IOException, InterruptedException {
        // One that is answered at once: of what there was nothing before, nothing increases.
        CLIENT.send(ratingSummary(), BodyHandlers.discarding());
        lock = DriverManager.getConnection(
                "jdbc:postgresql://" + databases.get("rating").address(),
                TestDatabase.USER,
                TestDatabase.USER);
        lock.setAutoCommit(false);
        lock.createStatement()
                .execute("lock table log_checkpoint, contribution in access exclusive mode");
        for (int i = 0; i < REQUESTS_TO_A_LOCKED_TABLE; i++) {
            CLIENT.sendAsync(ratingSummary(), BodyHandlers.discarding());
        }
    }

    private HttpRequest ratingSummary() {
        String path = "/v1/contributions/" + UUID.randomUUID() + "/rating-summary";
        return services.get("rating").request("GET", path, null, null);
    }

    void unlockWhatRatingReads() throws SQLException {
        lock.close();
    }

    void writeARecordThatNoServiceWouldWrite() throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.block.ms", 10_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> record =
                    new ProducerRecord<>("commons.log", "no commons", "no JSON");
            record.headers()
                    .add("ce_id", utf8(UUID.randomUUID().toString()))
                    .add("ce_type", utf8("org.commonfold.RevenueVoided.v1"));
            producer.send(record).get();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    void changeABalanceByHand() {
        databases.get("payout").execute("""
            insert into balance (commons_id, owner, currency, available)
            values ('lab', 'mallory', 'EUR', 1)\
            """);
    }

    /** Somebody who knows that they are compared. */
    void changeBothSidesOfTheBooksByHand() {
        databases.get("payout").execute("""
            insert into balance (commons_id, owner, currency, available, debit)
            values ('lab', 'eve', 'EUR', 1, 0), ('lab', 'bank', 'EUR', 0, 1)\
            """);
    }

    void leaveAPayoutRunToItself() {
        String prepared = RUN.formatted(UUID.randomUUID(), "'prepared'", "null, null");
        databases.get("payout").execute(prepared);
    }

    void hearNothingFromTheBank() {
        UUID runId = UUID.randomUUID();
        String tim = "'tim', now() - interval '6 days'";
        databases.get("payout").execute(RUN.formatted(runId, "'approved'", tim));
        databases.get("payout").execute(PAYOUT.formatted(runId));
    }

    /** One says that it is gone, one fails all the time, one does not answer at all. */
    void sendWebhooksToWhereNobodyTakesThem() throws IOException, InterruptedException {
        String partner = "/v1/partners/"
                + send("revenue", "POST", "/v1/partners", OPERATOR, "{\"name\": \"Acme\"}")
                        .get("partnerId")
                        .asText();
        test(endpoint(partner, "gone"), 1);
        test(endpoint(partner, "broken"), 30);
        String silent = endpoint(partner, "silent");
        test(silent, 3);
        databases.get("revenue").execute("""
            update delivery set next_attempt_at = now() - interval '1 hour'
             where endpoint_id = '%s'\
            """.formatted(
                        silent.substring(silent.lastIndexOf('/') + 1)));
    }

    private String endpoint(String partner, String path) throws IOException, InterruptedException {
        String body = """
            {"url": "http://localhost:%d/%s", "eventTypes": ["revenue.*"]}\
            """.formatted(partnersPort, path);
        JsonNode created = send("revenue", "POST", partner + "/endpoints", OPERATOR, body);
        return partner + "/endpoints/" + created.get("endpointId").asText();
    }

    private void test(String endpoint, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            send("revenue", "POST", endpoint + "/test", OPERATOR, "{}");
        }
    }

    /** Some of them; of a burst between two scrapes nothing would be seen once it has restarted. */
    int sendTooManyRequests() throws IOException, InterruptedException {
        HttpRequest request =
                services.get("contribution").request("GET", "/v1/commons", null, null);
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            if (CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 429) {
                refused++;
            }
        }
        return refused;
    }

    /** As after the broker has lost its disk. */
    void startContributionWithALogThatItHadReadFurther() throws IOException {
        services.get("contribution").kill();
        databases.get("contribution").execute("""
            insert into log_checkpoint (topic, partition, next_offset, owner)
            values ('commons.log', 0, 1000000, gen_random_uuid())
            on conflict (topic, partition) do update set next_offset = 1000000\
            """);
        services.get("contribution").startAgain();
    }

    /** With a record on the way that it cannot write. */
    void cutPayoutFromItsDatabase() throws Exception {
        payoutCable.cut();
        writeARecordThatNoServiceWouldWrite();
    }

    /** What it answers; of a burst within a second nothing would be seen to increase. */
    int askPayoutForBalances() throws IOException, InterruptedException {
        String treasurer = TestTokens.token("tess", "treasurer");
        HttpRequest balances = services.get("payout")
                .request("GET", "/v1/contributors/ada/balances", treasurer, null);
        return CLIENT.send(balances, BodyHandlers.discarding()).statusCode();
    }

    void killRevenue() {
        services.get("revenue").kill();
    }

    void stopTheBrokerAndRecordMore() throws IOException, InterruptedException {
        broker.close();
        String steward = TestTokens.token("sue", "steward");
        String charter = """
            {"name": "Lab", "charter": {"raters": "anyone", "criteria":
             [{"name": "quality", "weight": 1, "min": 1, "points": [0, 1, 2, 3, 5]}]}}\
            """;
        send("contribution", "POST", "/v1/commons", steward, charter);
    }

    private JsonNode send(String service, String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request = services.get(service).request(method, path, token, body);
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() throws SQLException {
        services.values().forEach(RunningService::close);
        if (lock != null) {
            lock.close();
        }
        partners.close();
        broker.close();
    }
}
