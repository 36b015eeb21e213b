package org.commonfold.payout.statement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonfold.payout.statement.domain.RandomBooks.ADA;
import static org.commonfold.payout.statement.domain.RandomBooks.statement;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

@DisplayName("Statements")
class StatementsTest {

    private static final int HISTORIES = 3000;
    private static final int LENGTH = 60;
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");
    private static final Period YEAR = new Period(FIRST, LAST);

    private static List<StatementLine> books(RepetitionInfo seed) {
        return RandomBooks.of(seed.getCurrentRepetition(), LENGTH);
    }

    @RepeatedTest(HISTORIES)
    void chain_at_any_cuts_and_lose_no_line(RepetitionInfo seed) {
        List<StatementLine> books = books(seed);
        List<StatementLine> shown = new ArrayList<>();
        Amounts before = Amounts.NOTHING;
        for (Period period : cuts(new Random(seed.getCurrentRepetition()))) {
            CurrencyStatement one = statement(books, period);
            assertThat(one.opening()).isEqualTo(before);
            before = one.closing();
            shown.addAll(one.lines());
        }
        assertThat(shown).isEqualTo(books);
        assertThat(before).isEqualTo(RandomBooks.sum(books, line -> true));
    }

    /** The year, in periods of a day to three weeks. */
    private static List<Period> cuts(Random random) {
        List<Period> periods = new ArrayList<>();
        LocalDate from = FIRST;
        while (!from.isAfter(LAST)) {
            LocalDate to = from.plusDays(random.nextInt(21));
            periods.add(new Period(from, to.isAfter(LAST) ? LAST : to));
            from = to.plusDays(1);
        }
        return periods;
    }

    @RepeatedTest(HISTORIES)
    void have_no_balance_below_nothing_at_any_line(RepetitionInfo seed) {
        CurrencyStatement year = statement(books(seed), YEAR);
        Amounts sum = year.opening();
        for (StatementLine line : year.lines()) {
            sum = sum.plus(line.change());
            assertThat(List.of(sum.accrued(), sum.available(), sum.reserved(), sum.paid()))
                    .allMatch(micros -> micros.signum() >= 0);
        }
        assertThat(sum).isEqualTo(year.closing());
    }

    @RepeatedTest(100)
    void that_lack_a_line_or_a_micro_cannot_be(RepetitionInfo seed) {
        CurrencyStatement whole = statement(books(seed), YEAR);
        List<StatementLine> lines = whole.lines();
        int lost = new Random(seed.getCurrentRepetition()).nextInt(lines.size());
        List<StatementLine> others = new ArrayList<>(lines);
        others.remove(lost);
        Amounts micro =
                new Amounts(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ONE);

        assertThatThrownBy(() ->
                        new CurrencyStatement("EUR", whole.opening(), others, whole.closing()))
                .hasMessageContaining("does not add up");
        assertThatThrownBy(() -> new CurrencyStatement(
                        "EUR", whole.opening(), lines, whole.closing().plus(micro)))
                .hasMessageContaining("does not add up");
    }

    @Test
    void are_of_whole_days_the_last_one_included() {
        Period january = new Period(FIRST, LocalDate.parse("2026-01-31"));

        assertThat(january.begin()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(january.end()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(january.days()).isEqualTo(31);
        assertThatThrownBy(() -> new Period(LAST, FIRST)).hasMessageContaining("before");
    }

    @Test
    void close_at_the_end_or_now() {
        Period day = new Period(FIRST, FIRST);
        Instant noon = FIRST.atTime(12, 0).toInstant(ZoneOffset.UTC);

        Statement early = new Statement(ADA, day, noon, List.of());
        assertThat(early.isOfEndedPeriod()).isFalse();
        assertThat(early.closedAt()).isEqualTo(noon);

        Statement late = new Statement(ADA, day, day.end(), List.of());
        assertThat(late.isOfEndedPeriod()).isTrue();
        assertThat(late.closedAt()).isEqualTo(day.end());
    }
}
