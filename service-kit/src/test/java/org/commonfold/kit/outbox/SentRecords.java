package org.commonfold.kit.outbox;

import static org.awaitility.Awaitility.await;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands in a topic under one key, read by a plain consumer of Kafka's own. */
final class SentRecords implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

    SentRecords(String topic) {
        String broker =
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (PartitionInfo one : consumer.partitionsFor(topic)) {
            partitions.add(new TopicPartition(topic, one.partition()));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The values under a key, in order, once there are so many. */
    List<String> awaitValues(String key, int count) {
        await().atMost(Duration.ofSeconds(60)).until(() -> values(key).size() >= count);
        return values(key);
    }

    /** The values under a key so far, in order. */
    List<String> values(String key) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        return records.stream()
                .filter(one -> key.equals(one.key()))
                .map(ConsumerRecord::value)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
