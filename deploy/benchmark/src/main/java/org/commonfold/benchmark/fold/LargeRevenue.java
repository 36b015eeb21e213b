package org.commonfold.benchmark.fold;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
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
    private final Random random = new Random(7);
    private final String near = other(true);
    private final String far = other(false);
    private final Queue<Sent> pending = new ConcurrentLinkedQueue<>();
    private long events;
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
            found(commonsId);
        }
        for (int work = 0; work < WORKS; work++) {
            publish(LARGE, "work-" + work, work % people);
            for (int rating = 0; rating < RATINGS_PER_WORK; rating++) {
                rate("work-" + random.nextInt(work + 1));
            }
        }
        producer.flush();
        isFilled = true;
        return events;
    }

    /** The longest waits in ms, as rows of a table, once the service has read what was written. */
    String run(PayoutService.Running service) throws SQLException, InterruptedException {
        StringBuilder rows = new StringBuilder();
        rows.append(row("none", watch(service)));
        for (int revenue = 1; revenue <= REVENUES; revenue++) {
            declare(revenue);
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
                publish(near, "work-" + events, 1);
                publish(far, "work-" + events, 1);
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

    private void found(String commonsId) {
        tell(commonsId, "CommonsFounded", """
                "name":"Commons","stewards":["person-0"],"charter":%s,\
                "foundedAt":"%s\"""".formatted(MadeUpLog.CHARTER, Instant.now()));
    }

    private void declare(int revenue) {
        tell(LARGE, "RevenueDeclared", """
                "revenueId":"revenue-%d","partnerId":"partner",\
                "amount":{"value":"1234567.89","currency":"EUR"},\
                "period":{"from":"2026-01-01","to":"2026-03-31"},"reference":"INV-%d",\
                "declaredAt":"%s\"""".formatted(revenue, revenue, Instant.now()));
    }

    private void publish(String commonsId, String work, int author) {
        tell(commonsId, "ContributionPublished", """
                "contributionId":"%s","title":"A work","kind":"design","licence":"CC-BY-4.0",\
                "contentUri":"https://example.org/work","contentDigest":"sha256:%064x",\
                "authors":[{"contributorId":"person-%d","share":1}],\
                "publishedAt":"%s\"""".formatted(
                        work, events, author, Instant.now()));
    }

    private void rate(String work) {
        tell(LARGE, "PeerRated", """
                "contributionId":"%s","ratingId":"rating-%d","raterId":"person-%d",\
                "scores":{"quality":%d,"usefulness":%d},"confidence":3,"charterVersion":1,\
                "revision":1,"ratedAt":"%s\"""".formatted(
                        work,
                        events,
                        random.nextInt(people),
                        1 + random.nextInt(5),
                        1 + random.nextInt(5),
                        Instant.now()));
    }

    private void tell(String commonsId, String type, String fields) {
        long millis = System.currentTimeMillis();
        LogEvent event = new LogEvent(
                MadeUpLog.id(millis, random),
                commonsId,
                type,
                millis,
                "{\"commonsId\":\"" + commonsId + "\"," + fields + "}");
        events++;
        boolean isAwaited = isFilled;
        long sent = System.nanoTime();
        producer.send(LogTopic.record(event), (where, failure) -> {
            if (isAwaited) {
                pending.add(new Sent(commonsId, where.offset(), sent));
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
