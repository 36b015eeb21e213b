package org.commonfold.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commonfold.rating.domain.Examples.ADA;
import static org.commonfold.rating.domain.Examples.LAB;
import static org.commonfold.rating.domain.Examples.ROTOR;
import static org.commonfold.rating.domain.Examples.by;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

@DisplayName("The summary of ratings")
class RatingSummaryTest {

    private static final List<Criterion> QUALITY =
            List.of(new Criterion("quality", 2, 1, List.of(0, 1, 2, 3, 5)));

    private static CurrentRating rating(String rater, int quality, long level) {
        return rating(rater, quality, level, 1);
    }

    private static CurrentRating rating(String rater, int quality, long level, int charterVersion) {
        return new CurrentRating(
                new RatingKey(LAB, ROTOR, new ContributorId(rater)),
                Map.of("quality", quality),
                charterVersion,
                1,
                BigInteger.valueOf(level),
                Set.of(ADA));
    }

    private static RatingSummary summary(CurrentRating... ratings) {
        Charter charter = new Charter(1, QUALITY, 2, 13, 5, Raters.ANYONE);
        return RatingSummary.of(by(ADA), 2, Map.of(1, charter), List.of(ratings));
    }

    @Test
    void leaves_out_who_is_an_author_now() {
        RatingSummary summary = summary(rating("ada", 5, 99), rating("bob", 3, 2));

        assertThat(summary.count()).isOne();
        assertThat(summary.isQuorumReached()).isFalse();
        assertThat(summary.disagreement()).isFalse();
        assertThat(summary.criteria())
                .containsExactly(new CriterionSummary(
                        "quality", 1, 5, 1, new BigDecimal("3.00"), new BigDecimal("0.00")));
    }

    @Test
    void tells_when_the_quorum_is_reached() {
        assertThat(summary(rating("bob", 3, 2), rating("eve", 3, 2)).isQuorumReached())
                .isTrue();
    }

    @Test
    void keeps_scores_on_different_scales_apart_and_those_on_one_together() {
        Charter first = new Charter(1, QUALITY, 2, 13, 5, Raters.ANYONE);
        Charter heavier = new Charter(
                2,
                List.of(new Criterion("quality", 9, 1, List.of(0, 0, 0, 0, 1))),
                2,
                13,
                5,
                Raters.ANYONE);
        Charter longer = new Charter(
                3,
                List.of(new Criterion("quality", 2, 1, List.of(0, 1, 2, 3, 5, 6, 7, 8, 9, 9))),
                2,
                13,
                5,
                Raters.ANYONE);
        List<CurrentRating> ratings =
                List.of(rating("bob", 5, 1, 1), rating("eve", 4, 1, 2), rating("dan", 10, 1, 3));

        assertThat(RatingSummary.of(by(ADA), 2, Map.of(1, first, 2, heavier, 3, longer), ratings)
                        .criteria())
                .extracting(CriterionSummary::max, CriterionSummary::count, CriterionSummary::mean)
                .containsExactly(
                        tuple(5, 2, new BigDecimal("4.50")), tuple(10, 1, new BigDecimal("10.00")));
    }

    @Test
    void of_nothing_is_empty() {
        RatingSummary summary = summary();

        assertThat(summary.count()).isZero();
        assertThat(summary.criteria()).isEmpty();
        assertThat(summary.disagreement()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "4 4 4,           4.00, 0.00",
        "1 2,             1.50, 0.50",
        "1 1 2,           1.33, 0.47",
        "1 2 2,           1.67, 0.47",
        "-1 -2 -2,       -1.67, 0.47",
        "-2 2,            0.00, 2.00",
        "0 0 0 0 0 0 1,   0.14, 0.35",
        "0 0 0 0 0 0 0 1, 0.13, 0.33",
        "-100 199,       49.50, 149.50",
    })
    void has_mean_and_spread_to_two_digits(String scores, BigDecimal mean, BigDecimal spread) {
        List<Integer> list = Stream.of(scores.split(" ")).map(Integer::valueOf).toList();

        assertThat(CriterionSummary.of(new CriterionSummary.Scale("a", -100, 199), list))
                .isEqualTo(new CriterionSummary("a", -100, 199, list.size(), mean, spread));
    }

    @ParameterizedTest
    @CsvSource({
        "5,         false",
        "1 1 4,     false",
        "1 1 5,     true",
        "0 0 1,     true",
        "0 0 0,     false",
        "1 2 6,     false",
        "1 2 2 8,   false",
        "1 2 2 9,   true",
        // Of an even number, the median lies between the middle two: 1.5, and not 1 nor 2.
        "1 1 2 6,   false",
        "1 1 2 7,   true",
    })
    void flags_disagreement_above_four_times_the_median(String levels, boolean flagged) {
        List<BigInteger> sorted =
                Arrays.stream(levels.split(" ")).map(BigInteger::new).toList();

        assertThat(RatingSummary.isDisagreement(sorted)).isEqualTo(flagged);
    }

    @Test
    void sorts_the_levels_first() {
        RatingSummary summary =
                summary(rating("bob", 3, 9), rating("eve", 3, 2), rating("dan", 3, 2));

        assertThat(summary.disagreement()).isTrue();
    }
}
