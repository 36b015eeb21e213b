package org.commonfold.benchmark.fold;

import java.time.Instant;
import java.util.Random;

/** Events of commonses whose sizes are chosen, not drawn; scores are. */
final class ChosenEvents {

    private static final int SCORES = 5;

    private final Random random = new Random(7);
    private long count;

    /** How many were made. */
    long count() {
        return count;
    }

    /** A number from 0 on, less than the bound. */
    int any(int bound) {
        return random.nextInt(bound);
    }

    LogEvent founded(String commonsId) {
        return event(commonsId, "CommonsFounded", """
                "name":"Commons","stewards":["person-0"],"charter":%s,\
                "foundedAt":"%s\"""".formatted(MadeUpLog.CHARTER, Instant.now()));
    }

    LogEvent published(String commonsId, String work, int author) {
        return event(commonsId, "ContributionPublished", """
                "contributionId":"%s","title":"A work","kind":"design","licence":"CC-BY-4.0",\
                "contentUri":"https://example.org/work","contentDigest":"sha256:%064x",\
                "authors":[{"contributorId":"person-%d","share":1}],\
                "publishedAt":"%s\"""".formatted(
                        work, count, author, Instant.now()));
    }

    LogEvent rated(String commonsId, String work, int rater) {
        return event(commonsId, "PeerRated", """
                "contributionId":"%s","ratingId":"rating-%d","raterId":"person-%d",\
                "scores":{"quality":%d,"usefulness":%d},"confidence":3,"charterVersion":1,\
                "revision":1,"ratedAt":"%s\"""".formatted(
                        work, count, rater, 1 + any(SCORES), 1 + any(SCORES), Instant.now()));
    }

    /** Of all works. */
    LogEvent declared(String commonsId, int revenue) {
        return event(commonsId, "RevenueDeclared", """
                "revenueId":"revenue-%d","partnerId":"partner",\
                "amount":{"value":"1234567.89","currency":"EUR"},\
                "period":{"from":"2026-01-01","to":"2026-03-31"},"reference":"INV-%d",\
                "declaredAt":"%s\"""".formatted(revenue, revenue, Instant.now()));
    }

    private LogEvent event(String commonsId, String type, String fields) {
        count++;
        long millis = System.currentTimeMillis();
        return new LogEvent(
                MadeUpLog.id(millis, random),
                commonsId,
                type,
                millis,
                "{\"commonsId\":\"" + commonsId + "\"," + fields + "}");
    }
}
