package org.commonfold.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.commonfold.kit.testing.RealInfrastructure;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What stands in the log")
class LogIT {

    private static final String TOPIC = "commons.log";
    private static final JsonMapper JSON = new JsonMapper();

    /** All that the log has under a commons' id, in order, once there are so many. */
    private static List<ConsumerRecord<String, byte[]>> logOf(String commonsId, int count) {
        String broker =
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(one -> new TopicPartition(TOPIC, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(one -> {
                    if (commonsId.equals(one.key())) {
                        found.add(one);
                    }
                });
                return found.size() >= count;
            });
            return found;
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header one : record.headers()) {
            String twice = headers.put(one.key(), new String(one.value(), StandardCharsets.UTF_8));
            assertThat(twice).as(one.key()).isNull();
        }
        return headers;
    }

    private static Schema schema(String event) throws IOException {
        String path = "/contracts/events/" + event + "/v1.schema.json";
        try (InputStream in = LogIT.class.getResourceAsStream(path)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(in));
        }
    }

    private static void assertKept(
            ConsumerRecord<String, byte[]> record, String event, String subject)
            throws IOException {
        Map<String, String> headers = headers(record);
        String schemaId = "https://commonfold.org/contracts/events/" + event + "/v1.schema.json";
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/contribution-service")
                .containsEntry("ce_type", "org.commonfold." + event + ".v1")
                .containsEntry("ce_subject", subject)
                .containsEntry("ce_dataschema", schemaId)
                .containsEntry("content-type", "application/json");
        assertThat(UUID.fromString(headers.get("ce_id")).version()).isEqualTo(7);
        assertThat(Instant.parse(headers.get("ce_time"))).isBefore(Instant.now().plusSeconds(1));
        assertThat(headers.get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");

        JsonNode data = JSON.readTree(record.value());
        assertThat(schema(event).validate(data)).isEmpty();
        assertThat(data.path("commonsId").asText()).isEqualTo(record.key());
        // The schema would tell.
        ObjectNode without = ((ObjectNode) data).deepCopy().without("commonsId");
        assertThat(schema(event).validate(without)).isNotEmpty();
    }

    @Test
    void is_what_was_done_in_that_order_and_keeps_the_contracts() throws IOException {
        String commonsId = Lab.foundedBy("sue");
        String plain = Lab.publishedByAda(commonsId);
        String derivedFrom = "[{\"contributionId\": \"" + plain + "\", \"basisPoints\": 100}]";
        String authors = """
                [{"contributorId": "bob", "share": 2}, {"contributorId": "ada", "share": 1}]""";
        String full = Lab.work(authors, derivedFrom)
                .replace("{\"title\"", "{\"fulfils\": \"" + UUID.randomUUID() + "\", \"title\"");
        String derived = Lab.publish("bob", commonsId, full).path("contributionId");
        Lab.withdraw(token("ada", "contributor"), plain).then().statusCode(200);

        List<ConsumerRecord<String, byte[]>> log = logOf(commonsId, 4);
        assertThat(log).hasSize(4);
        assertKept(log.get(0), "CommonsFounded", commonsId);
        assertKept(log.get(1), "ContributionPublished", plain);
        assertKept(log.get(2), "ContributionPublished", derived);
        assertKept(log.get(3), "ContributionWithdrawn", plain);
    }

    @Test
    void carries_the_trace_of_the_request_that_did_it() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String commonsId = Lab.as(token("sue", "steward"))
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(Lab.COMMONS)
                .post("/v1/commons")
                .path("commonsId");

        assertThat(headers(logOf(commonsId, 1).get(0)).get("traceparent"))
                .startsWith("00-" + trace + "-");
    }

    @Test
    void is_the_same_authors_and_shares_as_over_rest() throws IOException {
        String commonsId = Lab.foundedBy("sue");
        Lab.publish("ada", commonsId, Lab.work()).then().statusCode(201);

        JsonNode data = JSON.readTree(logOf(commonsId, 2).get(1).value());
        assertThat(data.path("authors"))
                .isEqualTo(JSON.readTree("[{\"contributorId\": \"ada\", \"share\": 1}]"));
    }
}
