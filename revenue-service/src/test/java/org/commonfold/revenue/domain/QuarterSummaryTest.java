package org.commonfold.revenue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.UUID;
import java.util.stream.IntStream;

@DisplayName("The public summary of a quarter")
class QuarterSummaryTest {

    private static final Quarter QUARTER = new Quarter(2017, 1);
    private static final Currency EURO = Currency.getInstance("EUR");

    private static Sums sums(long declared) {
        return new Sums(1, BigInteger.valueOf(declared), BigInteger.TWO, BigInteger.ONE);
    }

    private static PartnerSums agreed(int number, long declared) {
        return new PartnerSums(
                new PartnerId(new UUID(7, number)), "Partner " + number, true, sums(declared));
    }

    private static PartnerSums silent(int number, long declared) {
        return new PartnerSums(
                new PartnerId(new UUID(8, number)), "Partner " + number, false, sums(declared));
    }

    private static QuarterSummary summary(PartnerSums... parts) {
        return QuarterSummary.of(QUARTER, EURO, Arrays.asList(parts));
    }

    @Test
    void names_all_when_all_agreed_the_largest_first() {
        QuarterSummary summary = summary(agreed(3, 10), agreed(2, 30), agreed(1, 10));

        assertThat(summary.named()).containsExactly(agreed(2, 30), agreed(1, 10), agreed(3, 10));
        assertThat(summary.others()).isEmpty();
        assertThat(summary.all())
                .isEqualTo(new Sums(
                        3, BigInteger.valueOf(50), BigInteger.valueOf(6), BigInteger.valueOf(3)));
    }

    @Test
    void has_the_others_in_one() {
        QuarterSummary summary = summary(agreed(1, 10), silent(2, 20), silent(3, 30));

        assertThat(summary.named()).containsExactly(agreed(1, 10));
        assertThat(summary.others()).hasValueSatisfying(others -> {
            assertThat(others.revenueCount()).isEqualTo(2);
            assertThat(others.declaredMicros()).isEqualTo(50);
        });
    }

    @Test
    void names_nobody_where_one_alone_has_not_agreed() {
        QuarterSummary summary = summary(agreed(1, 10), agreed(2, 20), silent(3, 30));

        assertThat(summary.named()).isEmpty();
        assertThat(summary.others()).isEmpty();
        assertThat(summary.all().declaredMicros()).isEqualTo(60);
    }

    @Test
    void names_fifty_at_most() {
        PartnerSums[] parts = IntStream.rangeClosed(1, QuarterSummary.NAMED_MAX + 1)
                .mapToObj(number -> agreed(number, number))
                .toArray(PartnerSums[]::new);
        QuarterSummary summary = summary(parts);

        assertThat(summary.named()).hasSize(50).doesNotContain(agreed(1, 1));
        assertThat(summary.others()).contains(sums(1));
    }

    @Test
    void adds_up_beyond_what_a_long_can_hold() {
        QuarterSummary summary =
                summary(agreed(1, Long.MAX_VALUE), silent(2, Long.MAX_VALUE), silent(3, 2));

        assertThat(summary.all().declaredMicros()).isEqualTo(BigInteger.TWO.pow(64));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-01-01, 2017-Q1, 2017-01-01",
        "2017-03-31, 2017-Q1, 2017-01-01",
        "2017-04-01, 2017-Q2, 2017-04-01",
        "2017-12-31, 2017-Q4, 2017-10-01",
        "1000-07-01, 1000-Q3, 1000-07-01"
    })
    void is_of_the_quarter_that_a_day_is_in(LocalDate day, String text, LocalDate firstDay) {
        Quarter quarter = Quarter.of(day);

        assertThat(quarter).hasToString(text).isEqualTo(Quarter.parse(text));
        assertThat(quarter.firstDay()).isEqualTo(firstDay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2017", "2017-Q0", "2017-Q5", "17-Q1", "2017-q1", "12017-Q1"})
    void is_of_a_quarter_that_there_is(String text) {
        assertThatThrownBy(() -> Quarter.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
