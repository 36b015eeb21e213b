package org.commonfold.benchmark.fold;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Revenues over a commons of a million works, in payout-service: how long it takes until one is
 * booked, and how long events of other commons wait meanwhile, of one whose partition is another
 * and of one whose partition is the same.
 */
final class LargeRevenue {

    private static final String LARGE = "large";
    private static final int WORKS = 1_000_000;
    private static final int RATINGS_PER_WORK = 2;
    private static final int REVENUES = 3;
    private static final int EVERY_MILLIS = 10;
    private static final long WATCHED_MILLIS = 10_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final int people;
    private final ChosenEvents events = new ChosenEvents();
    private final String near = other(true);
    private final String far = other(false);
    private final Queue<Sent> pending = new ConcurrentLinkedQueue<>();
    private boolean isFilled;

    /** An event whose effects are waited for. */
    private record Sent(String commonsId, long offset, long nanos) {}

    /**
     * @param people among whom the works are: as many are credited
     */
    LargeRevenue(KafkaProducer<byte[], byte[]> producer, int people) {
        this.producer = producer;
        this.people = people;
    }

    /** Writes all that comes before the revenues; returns how many events. */
    long fill() {
        for (String commonsId : List.of(LARGE, near, far)) {
            tell(events.founded(commonsId));
        }
        for (int work = 0; work < WORKS; work++) {
            tell(events.published(LARGE, "work-" + work, work % people));
            for (int rating = 0; rating < RATINGS_PER_WORK; rating++) {
                String rated = "work-" + events.any(work + 1);
                tell(events.rated(LARGE, rated, events.any(people)));
            }
        }
        producer.flush();
        isFilled = true;
        return events.count();
    }

    /** The longest waits in ms, as rows of a table, once the service has read what was written. */
    String run(PayoutService.Running service) throws SQLException, InterruptedException {
        StringBuilder rows = new StringBuilder();
        rows.append(row("none", watch(service)));
        for (int revenue = 1; revenue <= REVENUES; revenue++) {
            tell(events.declared(LARGE, revenue));
            rows.append(row("revenue " + revenue, watch(service)));
        }
        return rows.toString();
    }

    private String row(String what, Map<String, Double> waits) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %.0f | %.0f | %.0f |%n",
                people,
                what,
                waits.getOrDefault(LARGE, 0.0),
                waits.get(far),
                waits.get(near));
    }

    /** The longest wait of each commons, in ms; until all that was sent is folded. */
    private Map<String, Double> watch(PayoutService.Running service)
            throws SQLException, InterruptedException {
        Map<String, Double> waits = new HashMap<>();
        long end = System.currentTimeMillis() + WATCHED_MILLIS;
        while (System.currentTimeMillis() < end || !pending.isEmpty()) {
            if (System.currentTimeMillis() < end || isAwaited(LARGE)) {
                for (String commonsId : List.of(near, far)) {
                    tell(events.published(commonsId, "work-" + events.count(), 1));
                }
            }
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            look(service.readOffsets(), waits);
        }
        return waits;
    }

    private boolean isAwaited(String commonsId) {
        return pending.stream().anyMatch(one -> one.commonsId.equals(commonsId));
    }

    private void look(PayoutService.Running.ReadOffsets read, Map<String, Double> waits) {
        long now = System.nanoTime();
        pending.removeIf(one -> {
            // The large one alone may be set aside.
            long[] offsets = one.commonsId.equals(LARGE) ? read.all() : read.butSetAside();
            boolean isRead = one.offset < offsets[partition(one.commonsId)];
            if (isRead) {
                waits.merge(one.commonsId, (now - one.nanos) / 1e6, Math::max);
            }
            return isRead;
        });
    }

    private void tell(LogEvent event) {
        boolean isAwaited = isFilled;
        long sent = System.nanoTime();
        producer.send(LogTopic.record(event), (where, failure) -> {
            if (isAwaited) {
                pending.add(new Sent(event.commonsId(), where.offset(), sent));
            }
        });
    }

    /** A commons in the same partition as the large one, or in another. */
    private static String other(boolean isInSame) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> "other-" + number)
                .filter(id -> (partition(id) == partition(LARGE)) == isInSame)
                .findFirst()
                .orElseThrow();
    }

    private static int partition(String commonsId) {
        return BuiltInPartitioner.partitionForKey(
                commonsId.getBytes(StandardCharsets.UTF_8), LogTopic.PARTITIONS);
    }
}
