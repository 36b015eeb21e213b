package org.commonfold.kit.projection;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All records of a partition that were polled together, in the place of the last of them: its
 * offset is what is committed. The connector makes several objects of each record that passes, and
 * decodes all of its headers: more than a tenth of what the whole fold costs.
 */
final class PolledTogether extends ConsumerRecord<byte[], byte[]> {

    private final List<ConsumerRecord<byte[], byte[]>> records;

    private PolledTogether(List<ConsumerRecord<byte[], byte[]>> records) {
        this(records, records.get(records.size() - 1));
    }

    private PolledTogether(
            List<ConsumerRecord<byte[], byte[]>> records, ConsumerRecord<byte[], byte[]> last) {
        super(last.topic(), last.partition(), last.offset(), last.key(), last.value());
        this.records = records;
    }

    /** The records that were polled of a partition, whether or not they came together. */
    static List<ConsumerRecord<byte[], byte[]>> in(
            ConsumerRecords<byte[], byte[]> batch, TopicPartition partition) {
        List<ConsumerRecord<byte[], byte[]>> polled = batch.records(partition);
        return polled.get(0) instanceof PolledTogether together ? together.records : polled;
    }

    /** Puts together what each poll gives; named in {@code interceptor.classes}. */
    public static final class Interceptor implements ConsumerInterceptor<byte[], byte[]> {

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> polled) {
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> together = new HashMap<>();
            for (TopicPartition partition : polled.partitions()) {
                together.put(partition, List.of(new PolledTogether(polled.records(partition))));
            }
            return new ConsumerRecords<>(together, polled.nextOffsets());
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
            // The database has its own (docs/adr/0003).
        }

        @Override
        public void configure(Map<String, ?> settings) {
            // There is nothing to choose.
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
