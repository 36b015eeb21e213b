package org.commonfold.kit.projection;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The log that the projection under test reads; here is written to it. */
final class KitLog {

    static final String TOPIC = "kit.log";

    private static final KafkaProducer<byte[], byte[]> PRODUCER = producer(Map.of());

    private KitLog() {}

    /** Writes events of these ids in one batch; returns the offset of the last. */
    static long write(int partition, String... eventIds)
            throws ExecutionException, InterruptedException {
        return write(PRODUCER, "key", partition, eventIds);
    }

    /** As {@link #write}, under this key. */
    static long writeUnder(String key, int partition, String... eventIds)
            throws ExecutionException, InterruptedException {
        return write(PRODUCER, key, partition, eventIds);
    }

    /** As a transaction, whose end takes an offset of its own. */
    static long writeTransaction(int partition, String... eventIds)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of("transactional.id", "kit"))) {
            producer.initTransactions();
            producer.beginTransaction();
            long offset = write(producer, "key", partition, eventIds);
            producer.commitTransaction();
            return offset;
        }
    }

    /** As a limited retention would. */
    static void deleteBefore(int partition, long offset)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker()))) {
            admin.deleteRecords(Map.of(
                            new TopicPartition(TOPIC, partition),
                            RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    private static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    private static long write(
            KafkaProducer<byte[], byte[]> producer, String key, int partition, String... eventIds)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = Stream.of(eventIds)
                .map(id -> producer.send(record(key, partition, id)))
                .toList();
        producer.flush();
        return sent.get(sent.size() - 1).get().offset();
    }

    private static ProducerRecord<byte[], byte[]> record(
            String key, int partition, String eventId) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(TOPIC, partition, bytes(key), bytes("{}"));
        record.headers().add("ce_id", bytes(eventId));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", broker());
        // Long enough for a test's records to travel, and be polled, together.
        settings.put("linger.ms", 200);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
