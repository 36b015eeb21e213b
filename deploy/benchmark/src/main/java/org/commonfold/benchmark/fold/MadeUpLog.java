package org.commonfold.benchmark.fold;

import org.commonfold.benchmark.Zipf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A large log from a seed: commons founded first, then 10 % publications, 89.9 % ratings and 0.1 %
 * revenues. Commons are as active as Zipf's law has it, and have members in proportion. The newer
 * a work, the likelier it is rated; few members write much. One revenue in twenty is split over
 * all of its commons, the others name up to eight works.
 */
final class MadeUpLog {

    static final int COMMONS = 1_000;
    static final int CONTRIBUTORS = 100_000;

    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long STEP_MILLIS = 700;
    /** Relays of several services are not in step. */
    private static final int JITTER_MILLIS = 4_000;

    static final String CHARTER = """
            {"criteria":[{"name":"quality","weight":2,"min":1,"points":[0,1,2,3,5]},\
            {"name":"usefulness","weight":3,"min":1,"points":[0,1,2,5,8]}],"quorum":2,\
            "referencePoints":13,"priorPerMille":500,"levellingRatings":5,\
            "pairCapBasisPoints":1000,"pairAllowanceRatings":10,"treasuryBasisPoints":500,\
            "raters":"contributors"}""";

    private final Random random;
    private final Zipf zipf = new Zipf(COMMONS);
    private final List<Commons> commons = new ArrayList<>();
    private final Consumer<LogEvent> reader;
    private long events;

    private static final class Commons {
        private final String id;
        private final int firstMember;
        private final int members;
        private final List<String> works = new ArrayList<>();

        Commons(String id, int firstMember, int members) {
            this.id = id;
            this.firstMember = firstMember;
            this.members = members;
        }
    }

    private MadeUpLog(long seed, Consumer<LogEvent> reader) {
        this.random = new Random(seed);
        this.reader = reader;
    }

    /** Tells so many events, in order. */
    static void tell(long seed, long count, Consumer<LogEvent> reader) {
        MadeUpLog log = new MadeUpLog(seed, reader);
        log.found();
        while (log.events < count) {
            log.happen();
        }
    }

    private void found() {
        int firstMember = 0;
        for (int rank = 0; rank < COMMONS; rank++) {
            int members = Math.max(10, (int) (zipf.share(rank) * CONTRIBUTORS));
            Commons one = new Commons(id().toString(), firstMember, members);
            firstMember += members;
            commons.add(one);
            String founded = ",\"name\":\"Commons %d\",\"stewards\":[\"%s\"],"
                    + "\"charter\":%s,\"foundedAt\":\"%s\"";
            tell(one, "CommonsFounded", founded.formatted(rank, member(one), CHARTER, time()));
            publish(one);
        }
    }

    private void happen() {
        Commons one = commons.get(zipf.rank(random));
        int chance = random.nextInt(1_000);
        if (chance == 0) {
            declare(one);
        } else if (chance <= 100) {
            publish(one);
        } else {
            rate(one);
        }
    }

    private void publish(Commons one) {
        String work = id().toString();
        StringBuilder authors = new StringBuilder();
        int count = 1 + random.nextInt(3);
        int first = prolific(one);
        for (int i = 0; i < Math.min(count, one.members); i++) {
            authors.append(i == 0 ? "" : ",")
                    .append("{\"contributorId\":\"")
                    .append(contributor(one, (first + i) % one.members))
                    .append("\",\"share\":")
                    .append(1 + random.nextInt(3))
                    .append('}');
        }
        String derived = one.works.isEmpty() || random.nextInt(3) > 0
                ? ""
                : ",\"derivedFrom\":[{\"contributionId\":\"%s\",\"basisPoints\":%d}]"
                        .formatted(recent(one), 100 * (1 + random.nextInt(30)));
        tell(
                one,
                "ContributionPublished",
                (",\"contributionId\":\"%s\",\"title\":\"Calibration of the grating mount %d\","
                                + "\"kind\":\"design\",\"licence\":\"CC-BY-4.0\","
                                + "\"contentUri\":\"https://example.org/works/%s\","
                                + "\"contentDigest\":\"sha256:%064x\",\"authors\":[%s]%s,"
                                + "\"publishedAt\":\"%s\"")
                        .formatted(work, events, work, events, authors, derived, time()));
        one.works.add(work);
    }

    private void rate(Commons one) {
        tell(
                one,
                "PeerRated",
                (",\"contributionId\":\"%s\",\"ratingId\":\"%s\",\"raterId\":\"%s\","
                                + "\"scores\":{\"quality\":%d,\"usefulness\":%d},\"confidence\":%d,"
                                + "\"charterVersion\":1,\"revision\":1,\"ratedAt\":\"%s\"")
                        .formatted(
                                recent(one),
                                id(),
                                member(one),
                                1 + random.nextInt(5),
                                1 + random.nextInt(5),
                                1 + random.nextInt(5),
                                time()));
    }

    private void declare(Commons one) {
        StringBuilder usage = new StringBuilder();
        if (random.nextInt(20) > 0) {
            List<String> used = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String work = recent(one);
                if (!used.contains(work)) {
                    used.add(work);
                    usage.append(i == 0 ? ",\"usage\":[" : ",")
                            .append("{\"contributionId\":\"")
                            .append(work)
                            .append("\",\"weight\":")
                            .append(1 + random.nextInt(9))
                            .append('}');
                }
            }
            usage.append(']');
        }
        tell(
                one,
                "RevenueDeclared",
                (",\"revenueId\":\"%s\",\"partnerId\":\"partner-%d\","
                                + "\"amount\":{\"value\":\"%d.%02d\",\"currency\":\"EUR\"},"
                                + "\"period\":{\"from\":\"2026-01-01\",\"to\":\"2026-03-31\"}%s,"
                                + "\"reference\":\"INV-%d\",\"declaredAt\":\"%s\"")
                        .formatted(
                                id(),
                                random.nextInt(50),
                                1 + random.nextInt(50_000),
                                random.nextInt(100),
                                usage,
                                events,
                                time()));
    }

    private void tell(Commons one, String type, String fields) {
        String data = "{\"commonsId\":\"" + one.id + "\"" + fields + "}";
        reader.accept(new LogEvent(id(), one.id, type, now(), data));
        events++;
    }

    private String recent(Commons one) {
        double skewed = random.nextDouble() * random.nextDouble();
        return one.works.get(one.works.size() - 1 - (int) (skewed * one.works.size()));
    }

    private String member(Commons one) {
        return contributor(one, random.nextInt(one.members));
    }

    private int prolific(Commons one) {
        return (int) (random.nextDouble() * random.nextDouble() * one.members);
    }

    private static String contributor(Commons one, int member) {
        int number = (one.firstMember + member) % CONTRIBUTORS;
        return String.format(Locale.ROOT, "person-%06d", number);
    }

    private long now() {
        return START + events * STEP_MILLIS;
    }

    private Instant time() {
        return Instant.ofEpochMilli(now());
    }

    /** A UUID of version 7, of about now. */
    private UUID id() {
        return id(now() + random.nextInt(JITTER_MILLIS), random);
    }

    static UUID id(long millis, Random random) {
        long high = millis << 16 | 0x7000 | random.nextInt(1 << 12);
        return new UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }
}
