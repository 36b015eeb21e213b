package org.commonfold.payout.replay.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.payout.fold.messaging.EntriesOfPartition;
import org.commonfold.payout.payment.messaging.PayoutLogReader;
import org.commonfold.payout.replay.application.BothLogs;
import org.commonfold.payout.transparency.messaging.LogStretch;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads stretch by stretch, so that a broker that does not answer is noticed. */
@ApplicationScoped
class KafkaLogs implements BothLogs {

    private static final String COMMONS_LOG = "commons.log";
    private static final String PAYOUT_LOG = "payout.log";
    private static final int RECORDS_AT_ONCE = 200_000;
    private static final Duration STRETCH_MAX = Duration.ofMinutes(5);

    private final LogStretch log;
    private final PayoutLogReader payoutLog = new PayoutLogReader();

    KafkaLogs(LogStretch log) {
        this.log = log;
    }

    @Override
    public void fold(int partition, long until, Reader reader) {
        EntriesOfPartition fold = new EntriesOfPartition();
        FirstsOfPartition firsts = new FirstsOfPartition();
        read(new TopicPartition(COMMONS_LOG, partition), until, polled -> {
            LogRecord record = LogRecord.of(polled);
            reader.read();
            if (firsts.isFirst(record)) {
                fold.fold(record).forEach(entry -> reader.entry(entry, 0));
            }
        });
    }

    @Override
    public Map<Integer, Long> payoutLogEnds() {
        Map<Integer, Long> ends = new TreeMap<>();
        log.ends(PAYOUT_LOG).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    @Override
    public void payouts(int partition, long until, Reader reader) {
        read(new TopicPartition(PAYOUT_LOG, partition), until, polled -> {
            reader.read();
            payoutLog
                    .read(LogRecord.of(polled).eventType(), polled.value())
                    .ifPresent(reader::payout);
        });
    }

    private void read(
            TopicPartition partition, long until, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        for (long from = 0; from < until; from += RECORDS_AT_ONCE) {
            long end = Math.min(until, from + RECORDS_AT_ONCE);
            long deadline = System.nanoTime() + STRETCH_MAX.toNanos();
            if (!log.read(partition, from, end, deadline, reader)) {
                throw new IllegalStateException(partition + " is not given to read");
            }
        }
    }
}
