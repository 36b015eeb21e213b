package org.commonfold.payout.fold;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A log made up from a seed: everything EVENTS.md knows, in small worlds where it meets often, with
 * the limits of DOMAIN.md reached and now and then broken. The same seed gives the same bytes.
 */
public final class RandomLog {

    private static final List<String> COMMONS = List.of("lab", "workshop");
    private static final List<String> PEOPLE = List.of("ada", "bob", "cy", "dee", "eve", "Zoe");

    private final Random random;
    private final List<Vector.Line> lines = new ArrayList<>();
    private int works;
    private int revenues;

    private RandomLog(long seed) {
        random = new Random(seed);
    }

    /** So many lines, of two commons. */
    public static List<Vector.Line> of(long seed, int length) {
        RandomLog log = new RandomLog(seed);
        COMMONS.forEach(log::found);
        while (log.lines.size() < length) {
            log.happen();
        }
        return log.lines;
    }

    private void happen() {
        String commons = any(COMMONS);
        int what = random.nextInt(100);
        if (what < 45) {
            rate(commons);
        } else if (what < 60) {
            publish(commons);
        } else if (what < 72) {
            declare(commons);
        } else if (what < 84) {
            receive(commons);
        } else {
            happenSeldom(commons, what);
        }
    }

    private void happenSeldom(String commons, int what) {
        if (what < 88) {
            String fields = ",'contributionId':'%s','raterId':'%s'";
            add("RatingRetracted", commons, fields.formatted(work(), any(PEOPLE)));
        } else if (what < 92) {
            add(
                    "AuthorsReapportioned",
                    commons,
                    ",'contributionId':'%s','authors':%s".formatted(work(), authors()));
        } else if (what < 95) {
            add("ContributionWithdrawn", commons, ",'contributionId':'%s'".formatted(work()));
        } else if (what < 97) {
            add("RevenueVoided", commons, ",'revenueId':'%s'".formatted(revenue()));
        } else if (what < 99) {
            add("CharterAmended", commons, ",'charter':" + charter());
        } else {
            found(commons);
        }
    }

    private void found(String commons) {
        add("CommonsFounded", commons, ",'charter':" + charter());
    }

    private String charter() {
        int most = seldom() ? 1_000_000 : 10;
        return ("{'criteria':[{'name':'quality','weight':%d,'min':0,'points':[0,1,%d,%d]}],"
                        + "'quorum':%d,'referencePoints':%d,'priorPerMille':%d,"
                        + "'levellingRatings':%d,'pairCapBasisPoints':%d,"
                        + "'pairAllowanceRatings':%d,'treasuryBasisPoints':%d}")
                .formatted(
                        oneOf(1, 7, 100),
                        most / 2,
                        most,
                        oneOf(1, 1, 2, 3),
                        oneOf(1, 13, 13, 100_000_000),
                        oneOf(0, 500, 100_000),
                        oneOf(0, 1, 5, 1000),
                        oneOf(1, 1000, 5000, 10_000),
                        oneOf(0, 0, 10),
                        oneOf(0, 333, 10_000, 0));
    }

    private void publish(String commons) {
        works += 1;
        String from = "";
        int basisPoints = oneOf(1, 333, 5000, 10_000, 10_001);
        if (random.nextInt(3) == 0) {
            from = ",'derivedFrom':[{'contributionId':'%s','basisPoints':%d}]"
                    .formatted(work(), basisPoints);
        }
        String id = seldom() ? work() : "w" + works;
        add(
                "ContributionPublished",
                commons,
                ",'contributionId':'%s','authors':%s%s".formatted(id, authors(), from));
    }

    private String authors() {
        int first = random.nextInt(PEOPLE.size());
        int count = seldom() ? 0 : 1 + random.nextInt(3);
        return IntStream.range(first, first + count)
                .mapToObj(i -> "{'contributorId':'%s','share':%d}"
                        .formatted(
                                PEOPLE.get(i % PEOPLE.size()), oneOf(1, 2, 3, 999_999, 1_000_000)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void rate(String commons) {
        String confidence = oneOf(0, 1) == 0 ? "" : ",'confidence':" + oneOf(1, 2, 4, 5, 6);
        String version = random.nextInt(4) > 0 ? "" : ",'charterVersion':" + oneOf(1, 1, 2);
        add(
                "PeerRated",
                commons,
                ",'contributionId':'%s','raterId':'%s','scores':{'quality':%d}%s%s"
                        .formatted(
                                work(),
                                any(PEOPLE),
                                oneOf(0, 1, 1, 2, 2, 3, seldom() ? 4 : 3),
                                confidence,
                                version));
    }

    private void declare(String commons) {
        revenues += 1;
        String used = ",'usage':[{'contributionId':'%s','weight':%d},"
                + "{'contributionId':'%s','weight':7}]";
        String usage =
                random.nextBoolean() ? "" : used.formatted(work(), oneOf(1, 3, 1_000_000), work());
        String id = seldom() ? revenue() : "r" + revenues;
        add(
                "RevenueDeclared",
                commons,
                ",'revenueId':'%s','partnerId':'acme','amount':%s%s"
                        .formatted(id, amount(), usage));
    }

    private void receive(String commons) {
        add(
                "RevenueReceived",
                commons,
                ",'revenueId':'%s','amount':%s".formatted(revenue(), amount()));
    }

    private String amount() {
        String value = any(List.of("0.000001", "0.000007", "1", "12.50", "999999999999.999999"));
        return "{'value':'%s','currency':'%s'}".formatted(value, seldom() ? "USD" : "EUR");
    }

    /** One that is there, most of the time in this commons, or one that will be. */
    private String work() {
        return "w" + (1 + random.nextInt(works + 1));
    }

    private String revenue() {
        // The last ones, so that receipts find what is still owed.
        return "r" + Math.max(1, revenues - random.nextInt(4));
    }

    private boolean seldom() {
        return random.nextInt(12) == 0;
    }

    private int oneOf(int... numbers) {
        return numbers[random.nextInt(numbers.length)];
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void add(String type, String commons, String fields) {
        String data = ("{'commonsId':'" + commons + "'" + fields + "}").replace('\'', '"');
        String id = String.format(Locale.ROOT, "e%06d", lines.size());
        lines.add(new Vector.Line(type, id, commons, data.getBytes(StandardCharsets.UTF_8)));
    }
}
