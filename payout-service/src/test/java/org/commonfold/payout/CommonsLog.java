package org.commonfold.payout;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.commonfold.kit.testing.Infrastructure;
import org.commonfold.payout.fold.Vector;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The log as another service would write it, and what the fold sent to the rejected. */
final class CommonsLog implements AutoCloseable {

    private static final String TOPIC = "commons.log";
    private static final int PARTITIONS = 12;
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> rejectedReader;
    private final Set<String> rejected = new TreeSet<>();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private CommonsLog(
            KafkaProducer<String, byte[]> producer, KafkaConsumer<String, byte[]> rejectedReader) {
        this.producer = producer;
        this.rejectedReader = rejectedReader;
    }

    static CommonsLog connect() {
        return connect(Infrastructure.CHOSEN.kafkaBootstrapServers());
    }

    static CommonsLog connect(String servers) {
        return connect(servers, PARTITIONS);
    }

    static CommonsLog connect(String servers, int partitions) {
        createTopics(servers, partitions);
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(TOPIC + ".rejected"));
        return new CommonsLog(
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "acks", "all"),
                        new StringSerializer(),
                        new ByteArraySerializer()),
                consumer);
    }

    /**
     * A log may be there before its readers are. Its partitions are led before anything is written:
     * of batches in flight to one that is not yet, the first may be refused and the second taken.
     */
    private static void createTopics(String servers, int partitions) {
        List<NewTopic> topics = Stream.of(TOPIC, TOPIC + ".rejected")
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(topics).all().get();
            admin.listOffsets(IntStream.range(0, partitions)
                            .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                            .collect(Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(failure);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    void write(List<Vector.Line> lines) {
        for (Vector.Line line : lines) {
            write(line.eventType(), line.id(), line.key(), line.data());
        }
        flush();
    }

    void write(String type, String id, String key, byte[] data) {
        write(null, type, id, key, data);
    }

    void write(Integer partition, String type, String id, String key, byte[] data) {
        write(partition, key, data, Map.of("ce_specversion", "1.0", "ce_id", id, "ce_type", type));
    }

    /** Whatever a record may be, in a partition or, if that is null, where its key leads. */
    void write(Integer partition, String key, byte[] data, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, partition, key, data);
        headers.forEach((name, value) -> record.headers().add(name, bytes(value)));
        sent.add(producer.send(record));
    }

    /** All that was written is in the log now. */
    void flush() {
        producer.flush();
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
        sent.clear();
    }

    /** The ids of all records rejected so far. */
    Set<String> rejected() {
        for (ConsumerRecord<String, byte[]> record : rejectedReader.poll(POLL)) {
            byte[] id = record.headers().lastHeader("ce_id").value();
            rejected.add(new String(id, StandardCharsets.UTF_8));
        }
        return rejected;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        rejectedReader.close();
    }
}
