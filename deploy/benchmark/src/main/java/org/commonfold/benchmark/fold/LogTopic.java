package org.commonfold.benchmark.fold;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** commons.log on the benchmark's broker. */
final class LogTopic {

    static final String NAME = "commons.log";
    static final int PARTITIONS = 12;
    private static final int LOOK_AGAIN_MILLIS = 100;

    private LogTopic() {}

    static List<TopicPartition> partitions() {
        return partitions(NAME);
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    /** As the services' topic set-up and relays would. */
    static void fill(String servers, long seed, long events)
            throws ExecutionException, InterruptedException {
        create(servers, NAME);
        try (KafkaProducer<byte[], byte[]> producer = producer(servers)) {
            MadeUpLog.tell(seed, events, event -> producer.send(record(event)));
        }
    }

    static KafkaProducer<byte[], byte[]> producer(String servers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers,
                "acks",
                "all",
                "compression.type",
                "lz4",
                "linger.ms",
                20,
                "batch.size",
                131_072,
                "buffer.memory",
                67_108_864L);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Waits for its leaders: of what a producer sends before, the first may be lost. */
    static void create(String servers, String name)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            NewTopic topic =
                    new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", "-1"));
            admin.createTopics(List.of(topic)).all().get();
            while (!isLed(admin, name)) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }

    private static boolean isLed(Admin admin, String name)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = partitions(name).stream()
                .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest()));
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RetriableException) {
                return false;
            }
            throw failure;
        }
    }

    static void delete(String servers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.deleteTopics(List.of(NAME)).all().get();
        }
    }

    /** What its readers wrote: the next one is not to read that too. */
    static void deleteAllOthers(String servers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            List<String> others = admin.listTopics().names().get().stream()
                    .filter(name -> !name.equals(NAME))
                    .toList();
            admin.deleteTopics(others).all().get();
        }
    }

    static ProducerRecord<byte[], byte[]> record(LogEvent event) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(NAME, utf8(event.commonsId()), utf8(event.data()));
        String schema = "https://commonfold.org/contracts/events/" + event.type();
        record.headers()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_source", utf8("/benchmark"))
                .add("ce_time", utf8(Instant.ofEpochMilli(event.timeMillis()).toString()))
                .add("ce_subject", utf8(event.commonsId()))
                .add("ce_dataschema", utf8(schema + "/v1.schema.json"))
                .add("content-type", utf8("application/json"))
                .add("ce_id", utf8(event.id().toString()))
                .add("ce_type", utf8("org.commonfold." + event.type() + ".v1"))
                .add(
                        "traceparent",
                        utf8("00-" + "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A consumer of all of it, from the beginning, with the settings of payout-service. */
    static KafkaConsumer<byte[], byte[]> readFromBeginning(String servers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers,
                "isolation.level",
                "read_committed",
                "max.poll.records",
                6_500,
                "fetch.max.bytes",
                2 << 20,
                "enable.auto.commit",
                false);
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(partitions());
        consumer.seekToBeginning(partitions());
        return consumer;
    }
}
