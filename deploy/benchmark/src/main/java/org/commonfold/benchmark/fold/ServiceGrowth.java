package org.commonfold.benchmark.fold;

import org.apache.kafka.clients.producer.KafkaProducer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a rating costs in payout-service, from the log to the database, as its commons grows from a
 * hundred works to a million. The commonses take turns; there is a tenth as many people as works.
 */
final class ServiceGrowth {

    static final String HEAD =
            "| works | rating, µs, median | least | most |\n|---:|---:|---:|---:|\n";

    private static final int[] SIZES = {100, 1_000, 10_000, 100_000, 1_000_000};
    private static final int ROUNDS = 5;
    private static final int PEOPLE_MIN = 10;
    private static final int PEOPLE_MAX = 100_000;
    /** Of a round: enough that its beginning and its end do not count. */
    private static final int RATINGS = 200_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final PayoutService.Running service;
    private final ChosenEvents events = new ChosenEvents();

    ServiceGrowth(KafkaProducer<byte[], byte[]> producer, PayoutService.Running service) {
        this.producer = producer;
        this.service = service;
    }

    /** Rows of a table. */
    String rows() throws IOException, InterruptedException {
        for (int size : SIZES) {
            publish(size);
        }
        Map<Integer, List<Double>> micros = new LinkedHashMap<>();
        // The first round is to warm up.
        for (int round = 0; round <= ROUNDS; round++) {
            for (int size : SIZES) {
                double one = rate(size);
                if (round > 0) {
                    micros.computeIfAbsent(size, first -> new ArrayList<>()).add(one);
                }
            }
        }
        StringBuilder rows = new StringBuilder();
        micros.forEach((size, all) -> rows.append(row(size, all)));
        return rows.toString();
    }

    private void publish(int size) throws InterruptedException {
        String commonsId = "commons-" + size;
        tell(events.founded(commonsId));
        for (int work = 0; work < size; work++) {
            tell(events.published(commonsId, work(size, work), events.any(people(size))));
        }
        producer.flush();
        service.awaitRead(events.count());
    }

    /** Microseconds each, from a log that has them all when it is read. */
    private double rate(int size) throws IOException, InterruptedException {
        service.halt();
        for (int rating = 0; rating < RATINGS; rating++) {
            String work = work(size, events.any(size));
            tell(events.rated("commons-" + size, work, events.any(people(size))));
        }
        producer.flush();
        long begin = System.nanoTime();
        service.goOn();
        service.awaitRead(events.count());
        return (System.nanoTime() - begin) / 1e3 / RATINGS;
    }

    private void tell(LogEvent event) {
        producer.send(LogTopic.record(event));
    }

    private static String work(int size, int number) {
        return "work-" + size + "-" + number;
    }

    private static int people(int size) {
        return Math.max(PEOPLE_MIN, Math.min(PEOPLE_MAX, size / 10));
    }

    private static String row(int size, List<Double> micros) {
        double[] sorted =
                micros.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %d | %.1f | %.1f | %.1f |%n",
                size,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }
}
