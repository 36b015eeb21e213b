package org.commonfold.contribution;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonfold.kit.testing.Infrastructure;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Writes to the real log what rating-service would. */
final class RatingLog {

    private RatingLog() {}

    /** By the founding charter of {@link Lab}: 1 to 5. */
    static void rated(String commonsId, String contributionId, String raterId, int quality) {
        String data = """
                {"commonsId": "%s", "contributionId": "%s", "ratingId": "%s", "raterId": "%s",
                 "scores": {"quality": %d}, "charterVersion": 1, "revision": 1,
                 "ratedAt": "2026-11-23T09:00:00Z"}""";
        send(
                "PeerRated",
                commonsId,
                data.formatted(commonsId, contributionId, UUID.randomUUID(), raterId, quality));
    }

    static void retracted(String commonsId, String contributionId, String raterId) {
        String data = """
                {"commonsId": "%s", "contributionId": "%s", "ratingId": "%s", "raterId": "%s",
                 "retractedAt": "2026-11-23T09:00:00Z"}""";
        send(
                "RatingRetracted",
                commonsId,
                data.formatted(commonsId, contributionId, UUID.randomUUID(), raterId));
    }

    static void send(String event, String key, String data) {
        send(event, key, null, data.getBytes(StandardCharsets.UTF_8));
    }

    /** Into a partition, or into the one of the key. */
    static void send(String event, String key, Integer partition, byte[] data) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>("commons.log", partition, key, data);
        Map.of("ce_id", UUID.randomUUID().toString(), "ce_type", "org.commonfold." + event + ".v1")
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Infrastructure.CHOSEN.kafkaBootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record);
        }
    }
}
