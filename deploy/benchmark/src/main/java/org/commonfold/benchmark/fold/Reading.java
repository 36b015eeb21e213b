package org.commonfold.benchmark.fold;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Header;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading.Event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The log read by one thread of a process of its own, to no lasting effect: as the consumer gives
 * it, or parsed, or parsed and folded in memory.
 */
final class Reading {

    private static final Duration POLL = Duration.ofMillis(100);

    private final CommonsLogReader reader = new CommonsLogReader();
    private final Commonses commonses = new Commonses();
    private final boolean parses;
    private final boolean folds;
    private long touched;

    private Reading(String how) {
        this.folds = how.equals("fold");
        this.parses = folds || how.equals("parse");
    }

    /** Arguments: {@code consume}, {@code parse} or {@code fold}; the broker; how many events. */
    public static void main(String[] arguments) {
        Reading reading = new Reading(arguments[0]);
        long events = Long.parseLong(arguments[2]);
        try (KafkaConsumer<byte[], byte[]> consumer = LogTopic.readFromBeginning(arguments[1])) {
            Run.Watch watch = new Run.Watch(events, System.nanoTime());
            long read = 0;
            while (read < events) {
                ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
                read += batch.count();
                reading.read(batch);
                watch.read(read);
            }
            watch.stopAndPrint();
        }
    }

    private void read(ConsumerRecords<byte[], byte[]> batch) {
        if (!parses) {
            touched += batch.count();
            return;
        }
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            org.commonfold.payout.fold.messaging.Reading reading = reader.read(
                    header(record, "ce_type"),
                    header(record, "ce_id"),
                    new String(record.key(), StandardCharsets.UTF_8),
                    record.value());
            if (folds) {
                commonses.fold(((Event) reading).event());
            }
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.ISO_8859_1);
    }
}
