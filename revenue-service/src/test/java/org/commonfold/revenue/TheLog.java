package org.commonfold.revenue;

import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real log: what other services would have written, and what this one has. */
final class TheLog {

    private static final String TOPIC = "commons.log";
    private static final KafkaProducer<String, String> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", broker()), new StringSerializer(), new StringSerializer());

    private TheLog() {}

    private static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    static String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    static String foundCommons() {
        String id = newId();
        send("CommonsFounded", id, """
                {"commonsId": "%s", "name": "Lab", "charter": {}, "stewards": ["sue"],
                 "foundedAt": "2026-11-23T09:00:00Z"}""".formatted(id));
        return id;
    }

    static String publish(String commonsId) {
        String id = newId();
        send("ContributionPublished", commonsId, published(commonsId, id));
        return id;
    }

    static String published(String commonsId, String id) {
        return published(commonsId, id, "2026-11-23T09:00:00Z");
    }

    static String published(String commonsId, String id, String at) {
        return """
                {"commonsId": "%s", "contributionId": "%s", "title": "Rotor", "kind": "design",
                 "licence": "CC0-1.0", "contentUri": "https://example.org/rotor",
                 "contentDigest": "sha256:%s", "authors": [{"contributorId": "ada", "share": 1}],
                 "publishedAt": "%s"}""".formatted(commonsId, id, "0".repeat(64), at);
    }

    static void send(String type, String key, String data) {
        send(type, newId(), key, data);
    }

    static void send(String type, String eventId, String key, String data) {
        sendTo(TOPIC, type, eventId, key, data);
    }

    /** What payout-service tells of a revenue. */
    static void sendToPayoutLog(String type, String key, String data) {
        sendTo("payout.log", type, newId(), key, data);
    }

    private static void sendTo(String topic, String type, String eventId, String key, String data) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, data);
        Map.of("ce_id", eventId, "ce_type", "org.commonfold." + type + ".v1")
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        PRODUCER.send(record);
        PRODUCER.flush();
    }

    /** What this service has written about a commons, once there are so many. */
    static List<ConsumerRecord<String, String>> writtenByUs(String commonsId, int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> writtenByUs(commonsId), records -> records.size() >= count);
    }

    static List<ConsumerRecord<String, String>> writtenByUs(String commonsId) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (commonsId.equals(record.key())
                            && "/revenue-service".equals(header(record, "ce_source"))) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
