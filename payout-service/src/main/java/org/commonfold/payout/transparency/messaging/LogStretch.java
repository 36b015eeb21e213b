package org.commonfold.payout.transparency.messaging;

import io.smallrye.common.annotation.Identifier;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads stretches of a log outside any consumer group. Blocks. */
@ApplicationScoped
public class LogStretch {

    static final String TOPIC = "commons.log";

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLL_RECORDS = 5_000;

    private final Map<String, Object> settings;

    LogStretch(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        // A log that does not begin at its beginning explains nothing: fail.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The offset after the last record of each partition of a topic, as they are now. */
    public Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return consumer.endOffsets(consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList());
        }
    }

    /**
     * Reads in order.
     *
     * @param from the first offset
     * @param until the offset after the last one; everything before it is in the log already
     * @param deadline of {@link System#nanoTime}
     * @return whether it came to the end before the deadline
     */
    boolean read(
            int partition,
            long from,
            long until,
            long deadline,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        return read(new TopicPartition(TOPIC, partition), from, until, deadline, reader);
    }

    /** As above, of any topic. */
    public boolean read(
            TopicPartition log,
            long from,
            long until,
            long deadline,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(List.of(log));
            consumer.seek(log, from);
            while (consumer.position(log) < until) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < until) {
                        reader.accept(record);
                    }
                }
            }
            return true;
        }
    }
}
