package org.commonfold.benchmark.fold;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.commonfold.payout.fold.domain.Author;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.Derivation;
import org.commonfold.payout.fold.domain.Usage;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading.Event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Folds an event into keyed stores. It knows the charter of the made-up log and takes shortcuts
 * that the real fold may not (amounts in longs, no rejections, nothing is voided), all of which
 * make it faster.
 */
final class StreamsProcessor implements Processor<String, byte[], String, byte[]> {

    /** When the first record of any thread came. */
    static final AtomicLong BEGIN = new AtomicLong();

    private static final long MILLION = 1_000_000;
    private static final long REFERENCE = 13;
    private static final long LEVELLING = 5;
    private static final byte[] NOTHING = {};

    private final CommonsLogReader reader = new CommonsLogReader();
    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, byte[]> seen;
    private KeyValueStore<String, byte[]> works;
    private KeyValueStore<String, byte[]> raters;
    private KeyValueStore<String, byte[]> pairs;
    private KeyValueStore<String, byte[]> revenues;
    private KeyValueStore<String, byte[]> balances;

    @Override
    public void init(ProcessorContext<String, byte[]> streamsContext) {
        context = streamsContext;
        seen = context.getStateStore("seen");
        works = context.getStateStore("works");
        raters = context.getStateStore("raters");
        pairs = context.getStateStore("pairs");
        revenues = context.getStateStore("revenues");
        balances = context.getStateStore("balances");
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (BEGIN.get() == 0) {
            BEGIN.compareAndSet(0, System.nanoTime());
        }
        String id = header(record.headers(), "ce_id");
        if (seen.putIfAbsent(id, NOTHING) != null) {
            return;
        }
        String type = header(record.headers(), "ce_type");
        CommonsEvent event = ((Event) reader.read(type, id, record.key(), record.value())).event();
        if (event instanceof CommonsEvent.ContributionPublished published) {
            publish(record.key(), published);
        } else if (event instanceof CommonsEvent.PeerRated rated) {
            rate(record.key(), rated);
        } else if (event instanceof CommonsEvent.RevenueDeclared declared) {
            distribute(record, declared);
        }
    }

    private void publish(String commons, CommonsEvent.ContributionPublished published) {
        StreamsWork work = new StreamsWork();
        for (Author author : published.authors()) {
            work.authors.add(new StreamsWork.Part(author.id().value(), author.share()));
        }
        for (Derivation from : published.derivedFrom()) {
            work.upstream.add(new StreamsWork.Part(from.upstream().value(), from.basisPoints()));
        }
        works.put(commons + "/" + published.contributionId(), work.toBytes());
    }

    private void rate(String commons, CommonsEvent.PeerRated rated) {
        String key = commons + "/" + rated.contributionId();
        byte[] found = works.get(key);
        if (found == null) {
            return;
        }
        StreamsWork work = StreamsWork.of(found);
        String rater = rated.raterId().value();
        String raterKey = commons + "/" + rater;
        long[] others = longs(raters.get(raterKey), 2);
        for (StreamsWork.Rating former : work.ratings) {
            if (former.rater().equals(rater)) {
                others[0]--;
                others[1] -= former.points();
                addToPairs(raterKey, work, -former.points());
            }
        }
        work.ratings.removeIf(former -> former.rater().equals(rater));
        long points = 2 * weight(rated.scores().get("quality"), 0, 1, 2, 3, 5)
                + 3 * weight(rated.scores().get("usefulness"), 0, 1, 2, 5, 8);
        long level = MILLION
                * points
                * REFERENCE
                * (LEVELLING + others[0])
                / (REFERENCE * LEVELLING + others[1]);
        long most = addToPairs(raterKey, work, points);
        double cap = 1_000.0 * (others[1] + points + 10 * REFERENCE) / (10_000.0 * most);
        double heard = Math.min(1, cap * cap);
        long influence = (long) (MILLION * rated.confidence() / 3.0 * heard);
        work.ratings.add(new StreamsWork.Rating(rater, points, level, influence));
        works.put(key, work.toBytes());
        raters.put(raterKey, bytes(others[0] + 1, others[1] + points));
    }

    private static long weight(long score, int... points) {
        return points[(int) score - 1];
    }

    /** Returns what the author has who has most. */
    private long addToPairs(String raterKey, StreamsWork work, long points) {
        long most = 1;
        for (StreamsWork.Part author : work.authors) {
            String key = raterKey + "/" + author.id();
            long sum = longs(pairs.get(key), 1)[0] + points;
            pairs.put(key, bytes(sum));
            most = Math.max(most, sum);
        }
        return most;
    }

    private void distribute(Record<String, byte[]> record, CommonsEvent.RevenueDeclared declared) {
        String commons = record.key();
        TreeMap<String, StreamsWork> live = new TreeMap<>();
        Map<String, Long> weights = new TreeMap<>();
        if (declared.usage().isEmpty()) {
            try (KeyValueIterator<String, byte[]> all = works.range(commons + "/", commons + "0")) {
                while (all.hasNext()) {
                    KeyValue<String, byte[]> one = all.next();
                    StreamsWork work = StreamsWork.of(one.value);
                    live.put(one.key, work);
                    weights.put(one.key, work.value(MILLION * REFERENCE, 500_000));
                }
            }
        } else {
            for (Usage used : declared.usage()) {
                String key = commons + "/" + used.contributionId();
                live.put(key, StreamsWork.of(works.get(key)));
                weights.put(key, (long) used.weight());
            }
        }
        Map<String, Long> credits = split(commons, declared.amount().micros(), live, weights);
        StringBuilder told = new StringBuilder();
        credits.forEach((owner, micros) -> {
            String key = commons + "/" + owner;
            balances.put(key, bytes(longs(balances.get(key), 1)[0] + micros));
            told.append(owner).append(' ').append(micros).append('\n');
        });
        byte[] entry = told.toString().getBytes(StandardCharsets.UTF_8);
        revenues.put(declared.revenueId().value(), entry);
        context.forward(record.withKey(declared.revenueId().value()).withValue(entry));
    }

    private Map<String, Long> split(
            String commons,
            long micros,
            TreeMap<String, StreamsWork> live,
            Map<String, Long> weights) {
        Map<String, Long> credits = new TreeMap<>();
        double sum = weights.values().stream().mapToLong(Long::longValue).sum();
        long treasury = micros / 20;
        TreeMap<String, Long> allotted = new TreeMap<>();
        weights.forEach((key, weight) -> {
            if (weight > 0) {
                allotted.put(key, (long) ((micros - treasury) * (weight / sum)));
            }
        });
        while (!allotted.isEmpty()) {
            Map.Entry<String, Long> last = allotted.pollLastEntry();
            StreamsWork work =
                    live.computeIfAbsent(last.getKey(), key -> StreamsWork.of(works.get(key)));
            long kept = last.getValue();
            for (StreamsWork.Part from : work.upstream) {
                long part = last.getValue() * from.weight() / 10_000;
                allotted.merge(commons + "/" + from.id(), part, Long::sum);
                kept -= part;
            }
            long shares =
                    work.authors.stream().mapToLong(StreamsWork.Part::weight).sum();
            for (StreamsWork.Part author : work.authors) {
                credits.merge(author.id(), kept * author.weight() / shares, Long::sum);
            }
        }
        credits.put("treasury", treasury);
        return credits;
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.ISO_8859_1);
    }

    private static long[] longs(byte[] bytes, int count) {
        long[] longs = new long[count];
        if (bytes != null) {
            ByteBuffer.wrap(bytes).asLongBuffer().get(longs);
        }
        return longs;
    }

    private static byte[] bytes(long... longs) {
        ByteBuffer bytes = ByteBuffer.allocate(longs.length * Long.BYTES);
        for (long one : longs) {
            bytes.putLong(one);
        }
        return bytes.array();
    }
}
