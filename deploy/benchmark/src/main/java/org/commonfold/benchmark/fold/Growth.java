package org.commonfold.benchmark.fold;

import org.commonfold.payout.fold.domain.Author;
import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Criterion;
import org.commonfold.payout.fold.domain.Derivation;
import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.fold.domain.PartnerId;
import org.commonfold.payout.fold.domain.RevenueId;
import org.commonfold.payout.fold.domain.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What a rating and a revenue cost in memory as a commons grows from a hundred works to a million:
 * three ratings of each work, then as many again to measure, by a tenth as many people as works.
 */
final class Growth {

    private static final int RATINGS_PER_WORK = 3;
    private static final int MEASURED = 300_000;
    private static final int ROUNDS = 3;
    private static final int AUTHORS_MAX = 100_000;
    private static final Charter CHARTER = new Charter(
            List.of(new Criterion("quality", 2, 1, List.of(0, 1, 2, 3, 5))),
            2,
            13,
            500,
            5,
            1_000,
            10,
            500);

    private final CommonsId commonsId = new CommonsId("commons");
    private final Commonses commonses = new Commonses();
    private final Random random = new Random(7);
    private final List<ContributionId> works = new ArrayList<>();
    private final List<ContributorId> people = new ArrayList<>();
    private int revenues;

    private Growth(int count) {
        fold(new CommonsEvent.CommonsFounded(commonsId, CHARTER));
        for (int i = 0; i < Math.max(10, Math.min(AUTHORS_MAX, count / 10)); i++) {
            people.add(new ContributorId("person-" + i));
        }
        for (int i = 0; i < count; i++) {
            works.add(new ContributionId("work-" + i));
            Author author = new Author(people.get(random.nextInt(people.size())), 1);
            List<Derivation> from = i % 3 > 0
                    ? List.of()
                    : List.of(new Derivation(works.get(random.nextInt(i + 1)), 1_000));
            fold(new CommonsEvent.ContributionPublished(
                    commonsId, works.get(i), List.of(author), from));
        }
        ratings(RATINGS_PER_WORK * count).forEach(this::fold);
    }

    private List<CommonsEvent> ratings(int count) {
        List<CommonsEvent> ratings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ratings.add(new CommonsEvent.PeerRated(
                    commonsId,
                    works.get(random.nextInt(works.size())),
                    people.get(random.nextInt(people.size())),
                    Map.of("quality", 1L + random.nextInt(5)),
                    3,
                    null));
        }
        return ratings;
    }

    private void fold(CommonsEvent event) {
        if (!(commonses.fold(event) instanceof Verdict.Accepted)) {
            throw new IllegalStateException("Not accepted: " + event);
        }
    }

    /** Nanoseconds each. */
    private double time(List<CommonsEvent> events) {
        long begin = System.nanoTime();
        events.forEach(this::fold);
        return (double) (System.nanoTime() - begin) / events.size();
    }

    private double timeRevenue() {
        return time(List.of(new CommonsEvent.RevenueDeclared(
                commonsId,
                new RevenueId("revenue-" + revenues++),
                new PartnerId("partner"),
                new Money(1_234_567_890_000L, "EUR"),
                List.of())));
    }

    /** Prints a table. */
    public static void main(String[] arguments) {
        System.out.println("| works | rating, ns | revenue, first, ms | revenue, again, ms |");
        System.out.println("|---:|---:|---:|---:|");
        new Growth(10_000).measure();
        for (int count = 100; count <= 1_000_000; count *= 10) {
            System.out.println("| " + count + new Growth(count).measure());
        }
    }

    private String measure() {
        double rating = Double.MAX_VALUE;
        double first = 0;
        double again = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            rating = Math.min(rating, time(ratings(MEASURED)));
            // All that were rated are valued anew.
            first = Math.max(first, timeRevenue());
            again = Math.min(again, timeRevenue());
        }
        return String.format(
                Locale.ROOT, " | %.0f | %.1f | %.1f |", rating, first / 1e6, again / 1e6);
    }
}
