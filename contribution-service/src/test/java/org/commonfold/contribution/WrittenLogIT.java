package org.commonfold.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.commonfold.kit.testing.EventContract;
import org.commonfold.kit.testing.Infrastructure;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What contribution-service writes to the log")
class WrittenLogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String HELD = """
            insert into event (event_id, stream_id, version, topic, record_key, headers, data)
            values (?, 'held', 1, 'commons.log', ?, '[["ce_type", "held"]]', '{}')""";

    @Inject
    DataSource database;

    @Test
    void keeps_the_contract_of_each_event_and_their_order() {
        String commonsId = Lab.foundedBy("sue");
        String workId = Lab.publishedByAda(commonsId);
        Lab.amend("sue", commonsId, "\"1\"", 3).then().statusCode(200);
        Lab.revise("ada", workId, "\"1\"", "1").then().statusCode(201);
        Lab.reapportion("ada", workId, Lab.ADA_AND_BOB).then().statusCode(201);
        Lab.withdraw(token("ada", "contributor"), workId).then().statusCode(200);

        List<ConsumerRecord<String, byte[]>> written = written(commonsId, 6);

        assertKept(written.get(0), "CommonsFounded", commonsId);
        assertKept(written.get(1), "ContributionPublished", workId);
        assertKept(written.get(2), "CharterAmended", commonsId);
        assertKept(written.get(3), "ContributionRevised", workId);
        assertKept(written.get(4), "AuthorsReapportioned", workId);
        assertKept(written.get(5), "ContributionWithdrawn", workId);
    }

    private static void assertKept(
            ConsumerRecord<String, byte[]> record, String event, String subject) {
        new EventContract(event).assertKeptBy(record.value());
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(header(record, "ce_source")).isEqualTo("/contribution-service");
        assertThat(header(record, "ce_type")).isEqualTo("org.commonfold." + event + ".v1");
        assertThat(header(record, "ce_subject")).isEqualTo(subject);
        assertThat(header(record, "ce_time")).matches("[0-9-]{10}T[0-9:.]{8,12}Z");
        assertThat(header(record, "ce_dataschema"))
                .isEqualTo("https://commonfold.org/contracts/events/" + event + "/v1.schema.json");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        assertThat(header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void carries_the_trace_of_the_request_that_did_it() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String commonsId = Lab.as(token("sue", "steward"))
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(Lab.COMMONS)
                .post("/v1/commons")
                .path("commonsId");

        assertThat(header(written(commonsId, 1).get(0), "traceparent"))
                .startsWith("00-" + trace + "-");
    }

    /** The sequence gives it the earlier position, its commit comes later: it must not be lost. */
    @Test
    void includes_an_event_that_was_committed_after_a_later_one_was_sent() throws SQLException {
        String heldKey = UUID.randomUUID().toString();
        try (Connection held = database.getConnection()) {
            held.setAutoCommit(false);
            try (PreparedStatement insert = held.prepareStatement(HELD)) {
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, heldKey.getBytes(StandardCharsets.UTF_8));
                insert.executeUpdate();
            }
            String later = Lab.foundedBy("sue");
            assertThat(written(later, 1)).hasSize(1);

            held.commit();
        }
        assertThat(written(heldKey, 1)).hasSize(1);
    }

    /** All records under a key, once there are so many. */
    private static List<ConsumerRecord<String, byte[]>> written(String key, int count) {
        return await().atMost(PATIENCE).until(() -> written(key), found -> found.size() >= count);
    }

    private static List<ConsumerRecord<String, byte[]>> written(String key) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", Infrastructure.CHOSEN.kafkaBootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of("commons.log"));
            for (int poll = 0; poll < 5; poll++) {
                consumer.poll(Duration.ofMillis(500)).forEach(one -> addIf(key, one, found));
            }
        }
        return found;
    }

    private static void addIf(
            String key,
            ConsumerRecord<String, byte[]> record,
            List<ConsumerRecord<String, byte[]>> found) {
        if (key.equals(record.key())) {
            found.add(record);
        }
    }
}
