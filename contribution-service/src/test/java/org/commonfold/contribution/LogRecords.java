package org.commonfold.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.commonfold.kit.testing.EventContract;
import org.commonfold.kit.testing.Infrastructure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What stands in the real log. */
final class LogRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private LogRecords() {}

    /** All records under a key, once there are so many. */
    static List<ConsumerRecord<String, byte[]>> underKey(String key, int count) {
        return await().atMost(PATIENCE).until(() -> underKey(key), found -> found.size() >= count);
    }

    private static List<ConsumerRecord<String, byte[]>> underKey(String key) {
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

    /** Headers and value are what the contract of that event asks for. */
    static void assertKept(ConsumerRecord<String, byte[]> record, String event, String subject) {
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

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    static String text(ConsumerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
