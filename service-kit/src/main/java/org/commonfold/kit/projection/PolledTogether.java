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
 * offset is what is committed. The connector makes several objects of each record that passes: more
 * than a tenth of what the whole fold costs.
 */
final class PolledTogether extends ConsumerRecord<byte[], byte[]> {

    private final List<LogRecord> records;

    private PolledTogether(List<LogRecord> records) {
        this(records, records.get(records.size() - 1));
    }

    private PolledTogether(List<LogRecord> records, LogRecord last) {
        super(last.topic(), last.partition(), last.offset(), last.key(), last.value());
        this.records = records;
    }

    private static PolledTogether of(List<ConsumerRecord<byte[], byte[]>> polled) {
        return new PolledTogether(polled.stream().map(LogRecord::of).toList());
    }

    /** The records that were polled of a partition. */
    static List<LogRecord> in(ConsumerRecords<byte[], byte[]> batch, TopicPartition partition) {
        return ((PolledTogether) batch.records(partition).get(0)).records;
    }

    /** Puts together what each poll gives; named in {@code interceptor.classes}. */
    public static final class Interceptor implements ConsumerInterceptor<byte[], byte[]> {

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> polled) {
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> together = new HashMap<>();
            for (TopicPartition partition : polled.partitions()) {
                together.put(partition, List.of(of(polled.records(partition))));
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
