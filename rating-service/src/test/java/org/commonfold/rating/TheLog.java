package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The real log: what other services would have written, and what this one has. */
final class TheLog {

    static final String CHARTER = charter("contributors", 5);
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

    /** Quality from 1 to {@code qualityMax}, usefulness from 0 to 2. */
    static String charter(String raters, int qualityMax) {
        String points = Stream.iterate(0, i -> i + 1)
                .limit(qualityMax)
                .map(Object::toString)
                .collect(Collectors.joining(","));
        String charter = """
                {"criteria": [
                   {"name": "quality", "weight": 2, "min": 1, "points": [%s]},
                   {"name": "usefulness", "weight": 3, "min": 0, "points": [0, 5, 8]}],
                 "quorum": 2, "referencePoints": 13, "priorPerMille": 500,
                 "levellingRatings": 5, "pairCapBasisPoints": 1000,
                 "pairAllowanceRatings": 10, "treasuryBasisPoints": 500, "raters": "%s"}""";
        return charter.formatted(points, raters);
    }

    static String foundCommons(String charter) {
        String id = newId();
        String data = """
                {"commonsId": "%s", "name": "Lab",
                 "charter": %s, "stewards": ["sue"],
                 "foundedAt": "2026-11-23T09:00:00Z"}""";
        send("CommonsFounded", id, data.formatted(id, charter));
        return id;
    }

    static void amend(String commonsId, String charter) {
        String data = """
                {"commonsId": "%s", "charter": %s, "amendedAt": "2026-11-23T09:00:00Z"}""";
        send("CharterAmended", commonsId, data.formatted(commonsId, charter));
    }

    static String publish(String commonsId, String... authors) {
        String id = newId();
        send("ContributionPublished", commonsId, published(commonsId, id, authors));
        return id;
    }

    static String published(String commonsId, String id, String... authors) {
        String data = """
                {"commonsId": "%s", "contributionId": "%s", "title": "Rotor", "kind": "design",
                 "licence": "CC0-1.0", "contentUri": "https://example.org/rotor",
                 "contentDigest": "sha256:%s", "authors": %s,
                 "publishedAt": "2026-11-23T09:00:00Z"}""";
        return data.formatted(commonsId, id, "0".repeat(64), authors(authors));
    }

    private static String authors(String... ids) {
        return Stream.of(ids)
                .map("{\"contributorId\": \"%s\", \"share\": 1}"::formatted)
                .toList()
                .toString();
    }

    static void reapportion(String commonsId, String contributionId, String... authors) {
        String data = """
                {"commonsId": "%s", "contributionId": "%s", "authors": %s,
                 "reapportionedAt": "2026-11-23T09:00:00Z"}""";
        String formatted = data.formatted(commonsId, contributionId, authors(authors));
        send("AuthorsReapportioned", commonsId, formatted);
    }

    static void withdraw(String commonsId, String contributionId) {
        String data = """
                {"commonsId": "%s", "contributionId": "%s",
                 "withdrawnAt": "2026-11-23T09:00:00Z"}""";
        send("ContributionWithdrawn", commonsId, data.formatted(commonsId, contributionId));
    }

    static void send(String type, String key, String data) {
        send(type, newId(), key, data);
    }

    static void send(String type, String eventId, String key, String data) {
        ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, key, data);
        Map.of("ce_id", eventId, "ce_type", "org.commonfold." + type + ".v1")
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        PRODUCER.send(record);
        PRODUCER.flush();
    }

    /** Waits until the service has read all of a commons: its partition has one order. */
    static void awaitRead(String commonsId) {
        String last = publish(commonsId, "somebody");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> given().auth()
                                .oauth2(token("ann"))
                                .get("/v1/contributions/" + last + "/ratings")
                                .statusCode()
                        == 200);
    }

    /** What this service has written about a commons, once there are so many. */
    static List<ConsumerRecord<String, String>> writtenByUs(String commonsId, int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> writtenByUs(commonsId), records -> records.size() >= count);
    }

    private static List<ConsumerRecord<String, String>> writtenByUs(String commonsId) {
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
                            && "/rating-service".equals(header(record, "ce_source"))) {
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
