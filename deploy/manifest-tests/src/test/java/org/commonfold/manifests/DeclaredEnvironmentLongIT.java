package org.commonfold.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** They build on each other, as days in the life of one system do. */
@DisplayName("The environment that the manifests of production declare")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeclaredEnvironmentLongIT {

    private static final Duration START_MAX = Duration.ofMinutes(5);
    private static final Duration WAIT_MAX = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Manifests manifests;
    private static DeclaredSystem system;
    private static Identity identity;
    private static Client client;
    private static String contributionId;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Kustomize.isThere(), "no kubectl 1.27 or newer here: manifests are not tested");
        manifests = Manifests.of(Kustomize.overlay("production"));
        JsonNode payout = manifests.services().get("payout-service");
        String issuer = manifests.environment(payout).get("MP_JWT_VERIFY_ISSUER");
        identity = Identity.create(issuer, folder);
        system = new DeclaredSystem(manifests, folder, identity);
        client = new Client(system);
        system.start();
        await().atMost(START_MAX)
                .until(() -> Manifests.SERVICES.stream().allMatch(client::isReady));
    }

    @AfterAll
    static void stop() throws Exception {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    void carries_a_revenue_from_its_declaration_to_the_people_who_did_the_work() {
        String commons = found();
        contributionId = publish(commons);
        rate("bob", contributionId);
        awaitSent("rating-service");
        String revenue = declare(commons);
        receive(revenue);

        await().atMost(WAIT_MAX)
                .untilAsserted(() -> assertThat(balances())
                        .startsWith("{\"owner\":\"contributor:ada\",\"currency\":\"EUR\",")
                        .contains("\"available\":\"100.000000\""));
        // Which revenue-service has from payout.log alone.
        await().atMost(WAIT_MAX)
                .untilAsserted(
                        () -> assertThat(distributed(revenue, "/amount/value", "/contributorCount"))
                                .containsExactly("100.00", "1"));
    }

    /** That payout-service keeps aside: it may write where no other service may. */
    @Test
    @Order(2)
    void loses_nothing_of_what_it_cannot_read() throws Exception {
        String eventId = UUID.randomUUID().toString();
        ProducerRecord<String, String> record =
                new ProducerRecord<>("commons.log", UUID.randomUUID().toString(), "no JSON");
        record.headers()
                .add("ce_id", utf8(eventId))
                .add("ce_type", utf8("org.commonfold.CommonsFounded.v1"));

        system.kafka().write(record);

        await().atMost(WAIT_MAX)
                .untilAsserted(() -> assertThat(system.kafka().read("commons.log.rejected"))
                        .extracting(
                                ConsumerRecord::key,
                                ConsumerRecord::value,
                                one -> header(one, "ce_id"),
                                one -> header(one, "rejected-reason"))
                        .containsExactly(tuple(record.key(), "no JSON", eventId, "unreadable")));
    }

    /** By which KEDA decides how many there are, with the rights of its own user. */
    @Test
    @Order(3)
    void tells_a_scaler_that_nothing_is_left_to_read() {
        JsonNode trigger = manifests
                .find("ScaledObject", "payout-service")
                .orElseThrow()
                .at("/spec/triggers/0/metadata");
        String group = trigger.path("consumerGroup").asText();
        String topic = trigger.path("topic").asText();

        await().atMost(WAIT_MAX).until(() -> system.kafka().lag("payout-lag", group, topic) == 0);
    }

    /** With the rights that it has, payout-service reads both logs again. */
    @Test
    @Order(4)
    void finds_in_a_replay_what_the_ledger_has() {
        String operator = identity.token("olga", "operator");
        awaitSent("payout-service");
        String path = "/v1/ledger/replays/"
                + created(client.post("payout-service", "/v1/ledger/replays", operator, ""))
                        .text("replayId");

        await().atMost(WAIT_MAX)
                .untilAsserted(() -> assertThat(
                                client.get("payout-service", path, operator).text("state"))
                        .isEqualTo("equal"));
    }

    @Test
    @Order(5)
    void lets_nobody_write_who_has_no_right_to_and_loses_nothing() throws Exception {
        AclBinding write = right("rating-service", AclOperation.WRITE);
        system.kafka().withdraw(write);

        rate("carl", contributionId);

        await().atMost(WAIT_MAX)
                .until(() -> client.metric("rating-service", "outbox_oldest_unsent_seconds") > 5);
        system.kafka().grant(write);
        awaitSent("rating-service");
    }

    @Test
    @Order(6)
    void lets_nobody_read_who_has_no_right_to() throws Exception {
        AclBinding read = right("rating-service", AclOperation.READ);
        system.kafka().withdraw(read);

        String unread = publish(found());
        awaitSent("contribution-service");

        await().during(Duration.ofSeconds(5)).atMost(WAIT_MAX).until(() -> status(unread) == 404);
        system.kafka().grant(read);
        await().atMost(WAIT_MAX).until(() -> status(unread) == 200);
    }

    @Test
    @Order(7)
    void starts_no_service_whose_database_is_not_migrated() throws Exception {
        assertThat(system.exitStatusUnmigrated("rating-service")).isEqualTo(1);
    }

    private static AclBinding right(String service, AclOperation operation) {
        return SecuredKafka.acls(manifests.find("KafkaUser", service).orElseThrow()).stream()
                .filter(right -> right.pattern().name().equals("commons.log"))
                .filter(right -> right.entry().operation() == operation)
                .findFirst()
                .orElseThrow();
    }

    private static int status(String contribution) {
        String path = "/v1/contributions/" + contribution + "/rating-summary";
        return client.get("rating-service", path, identity.token("bob", "contributor"))
                .status();
    }

    private static String found() {
        String body = """
                {"name": "A lab", "charter": {"raters": "anyone", "quorum": 1, "criteria":
                 [{"name": "quality", "weight": 1, "min": 1, "points": [0, 1, 2, 3, 5]}]}}
                """;
        String token = identity.token("ada", "steward");
        return created(client.post("contribution-service", "/v1/commons", token, body))
                .text("commonsId");
    }

    private static String publish(String commons) {
        String body = """
                {"title": "A lathe", "kind": "design", "licence": "CERN-OHL-S-2.0",
                 "contentUri": "https://example.org/lathe", "contentDigest": "sha256:%s",
                 "authors": [{"contributorId": "ada", "share": 1}]}
                """.formatted("ab".repeat(32));
        String path = "/v1/commons/" + commons + "/contributions";
        String token = identity.token("ada", "contributor");
        return created(client.post("contribution-service", path, token, body))
                .text("contributionId");
    }

    private static void rate(String rater, String contribution) {
        String path = "/v1/contributions/" + contribution + "/ratings/mine";
        String token = identity.token(rater, "contributor");
        await().atMost(WAIT_MAX)
                .untilAsserted(() -> created(
                        client.put("rating-service", path, token, "{\"scores\":{\"quality\":5}}")));
    }

    private static String declare(String commons) {
        String partner = created(client.post(
                        "revenue-service",
                        "/v1/partners",
                        identity.token("olga", "operator"),
                        "{\"name\":\"A company\"}"))
                .text("partnerId");
        String body = """
                {"amount": {"value": "100.00", "currency": "EUR"}, "reference": "1",
                 "period": {"from": "2026-01-01", "to": "2026-01-31"}}
                """;
        String path = "/v1/commons/" + commons + "/revenues";
        String token = identity.partnerToken(partner);
        return await().atMost(WAIT_MAX)
                .until(
                        () -> client.post("revenue-service", path, token, body),
                        answer -> answer.status() / 100 == 2)
                .text("revenueId");
    }

    private static void receive(String revenue) {
        String body =
                "{\"amount\":{\"value\":\"100.00\",\"currency\":\"EUR\"},\"reference\":\"1\"}";
        String path = "/v1/revenues/" + revenue + "/receipts";
        created(client.post("revenue-service", path, identity.token("tess", "treasurer"), body));
    }

    private static String balances() {
        String token = identity.token("tess", "treasurer");
        return client.get("payout-service", "/v1/ledger/balances", token).body();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static List<String> distributed(String revenue, String... pointers) {
        String token = identity.token("tess", "treasurer");
        Client.Answer answer = client.get("revenue-service", "/v1/revenues/" + revenue, token);
        return Stream.of(pointers)
                .map(pointer -> answer.at("/distributions/0" + pointer))
                .toList();
    }

    private static void awaitSent(String service) {
        // The metric is as old as the relay's last look, at most a second.
        await().during(Duration.ofSeconds(2))
                .atMost(WAIT_MAX)
                .until(() -> client.metric(service, "outbox_oldest_unsent_seconds") == 0);
    }

    private static Client.Answer created(Client.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
