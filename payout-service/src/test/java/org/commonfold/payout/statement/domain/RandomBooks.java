package org.commonfold.payout.statement.domain;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.RevenueId;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;

/** What a ledger could have booked for one person in one currency, over some weeks. */
public final class RandomBooks {

    public static final ContributorId ADA = new ContributorId("ada");

    private static final CommonsId COMMONS = new CommonsId("c");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final List<StatementLine> lines = new ArrayList<>();
    private Instant now = FIRST;
    private Amounts sum = Amounts.NOTHING;

    private RandomBooks(long seed) {
        random = new Random(seed);
    }

    public static List<StatementLine> of(long seed, int length) {
        RandomBooks books = new RandomBooks(seed);
        while (books.lines.size() < length) {
            books.book();
        }
        return books.lines;
    }

    /** The statement of a period of these books, as the database would sum it. */
    public static CurrencyStatement statement(List<StatementLine> books, Period period) {
        return new CurrencyStatement(
                "EUR",
                sum(books, line -> line.bookedAt().isBefore(period.begin())),
                books.stream()
                        .filter(line -> !line.bookedAt().isBefore(period.begin()))
                        .filter(line -> line.bookedAt().isBefore(period.end()))
                        .toList(),
                sum(books, line -> line.bookedAt().isBefore(period.end())));
    }

    static Amounts sum(List<StatementLine> books, Predicate<StatementLine> which) {
        return books.stream()
                .filter(which)
                .map(StatementLine::change)
                .reduce(Amounts.NOTHING, Amounts::plus);
    }

    private void book() {
        // Often several in a moment, sometimes on the stroke of midnight.
        now = random.nextInt(4) == 0 ? now : now.plusSeconds(random.nextInt(8) * 3600L);
        switch (random.nextInt(6)) {
            case 0 -> add("distribution", amounts(1 + random.nextLong(1L << 50), 0, 0, 0));
            case 1 -> move("release", sum.accrued(), -1, 1, 0, 0);
            case 2 -> move("taking-back", sum.accrued(), -1, 0, 0, 0);
            case 3 -> move("reservation", sum.available(), 0, -1, 1, 0);
            case 4 -> move("payment", sum.reserved(), 0, 0, -1, 1);
            default -> move("return", sum.paid(), 0, 1, 0, -1);
        }
    }

    private void move(String kind, BigInteger there, int... signs) {
        if (there.signum() > 0) {
            long much = random.nextInt(3) == 0
                    ? there.longValueExact()
                    : 1 + random.nextLong(there.longValueExact());
            add(kind, amounts(signs[0] * much, signs[1] * much, signs[2] * much, signs[3] * much));
        }
    }

    private static Amounts amounts(long accrued, long available, long reserved, long paid) {
        return new Amounts(
                BigInteger.valueOf(accrued),
                BigInteger.valueOf(available),
                BigInteger.valueOf(reserved),
                BigInteger.valueOf(paid));
    }

    private void add(String kind, Amounts change) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        boolean ofRevenue = List.of("distribution", "release", "taking-back").contains(kind);
        lines.add(new StatementLine(
                now,
                id,
                COMMONS,
                kind,
                new StatementLine.Subject(
                        ofRevenue ? new RevenueId(id.toString()) : null, ofRevenue ? null : id),
                change));
        sum = sum.plus(change);
    }
}
