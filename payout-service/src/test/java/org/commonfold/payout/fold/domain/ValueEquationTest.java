package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

@DisplayName("The value equation")
class ValueEquationTest {

    private static final Charter DOCUMENTED = CharterDraft.AS_DOCUMENTED;

    @Test
    void counts_points_by_weight() {
        assertThat(ValueEquation.points(DOCUMENTED, Map.of("quality", 4L, "usefulness", 5L)))
                .isEqualTo(2 * 3 + 3 * 8);
    }

    @Test
    void takes_the_first_rating_as_it_is() {
        // 10⁶ · 30 · 13 · (5 + 0) / (13 · 5 + 0)
        assertThat(level(DOCUMENTED, 30, rater())).isEqualTo(30_000_000);
    }

    @Test
    void levels_by_the_average_of_the_other_ratings() {
        // 10⁶ · 10 · 13 · (5 + 1) / (13 · 5 + 30) = 780 000 000 / 95
        assertThat(level(DOCUMENTED, 10, rater(rated(30, "ada")))).isEqualTo(8_210_526);
    }

    @Test
    void does_not_level_when_levelling_is_off() {
        Charter off = CharterDraft.plain().levelling(0).charter();

        assertThat(level(off, 7, rater(rated(90, "ada")))).isEqualTo(7_000_000);
    }

    @Test
    void is_exact_where_a_level_exceeds_a_long() {
        Charter extreme =
                CharterDraft.plain().reference(100_000_000).levelling(1).charter();
        Rater stingy = rater();
        for (int i = 0; i < 100_000; i++) {
            stingy.remember(rated(0, "ada"));
        }

        // 10⁶ · 8·10⁸ · 10⁸ · (1 + 10⁵) / (10⁸ · 1 + 0)
        assertThat(level(extreme, 800_000_000, stingy))
                .isEqualTo(new BigInteger("80000800000000000000"));
    }

    @Test
    void gives_a_third_of_the_confidence_at_the_pair_cap() {
        // num = 5000 · (10 + 10), den = 10 000 · 10
        assertThat(influence(5000, 3, rater(rated(10, "eve")))).isEqualTo(1_000_000);
        assertThat(influence(5000, 5, rater(rated(10, "eve")))).isEqualTo(1_666_666);
        assertThat(influence(5000, 1, rater(rated(10, "eve")))).isEqualTo(333_333);
    }

    @Test
    void takes_voice_away_by_the_square_one_point_past_the_pair_cap() {
        // num = 5000 · (9 + 10), den = 10 000 · 10: (0.95)²
        assertThat(influence(5000, 3, rater(rated(9, "eve")))).isEqualTo(902_500);
    }

    @Test
    void grants_an_allowance_of_ordinary_ratings() {
        // num = 1000 · (0 + 30 + 10 · 13), den = 10 000 · 30; 4·10⁶ · num² / (3 · den²)
        assertThat(influence(DOCUMENTED, 30, 4, authors("ada"), rater())).isEqualTo(379_259);
    }

    @Test
    void looks_at_the_author_who_gets_most() {
        Rater rater = rater(rated(10, "ada"), rated(30, "bob"));

        // num = 5000 · (40 + 10), den = 10 000 · (10 + 30): (5/8)²
        Charter charter = CharterDraft.plain().pairCap(5000, 0).charter();
        assertThat(influence(charter, 10, 3, authors("ada", "bob"), rater)).isEqualTo(390_625);
    }

    @Test
    void counts_a_rating_in_full_for_each_of_its_authors() {
        Rater rater = rater(rated(30, "ada", "bob"));

        // num = 5000 · (30 + 10), den = 10 000 · (10 + 30): (1/2)²
        Charter charter = CharterDraft.plain().pairCap(5000, 0).charter();
        assertThat(influence(charter, 10, 3, authors("ada"), rater)).isEqualTo(250_000);
    }

    @Test
    void gives_a_full_voice_to_a_rating_of_no_points() {
        Charter strict = CharterDraft.plain().pairCap(1, 0).charter();

        assertThat(influence(strict, 0, 3, authors("ada"), rater())).isEqualTo(1_000_000);
    }

    @Test
    void is_exact_where_the_pair_cap_exceeds_a_long() {
        Charter half = CharterDraft.plain().pairCap(5000, 0).charter();
        Rater diligent = rater(rated(9_000_000_000_000_000L, "ada"));

        assertThat(influence(half, 0, 3, authors("ada"), diligent)).isEqualTo(250_000);
    }

    @Test
    void takes_the_level_where_influence_first_exceeds_half() {
        assertThat(median(vote(10, 1), vote(20, 2))).isEqualTo(20);
        assertThat(median(vote(20, 1), vote(10, 2))).isEqualTo(10);
    }

    @Test
    void takes_the_floor_of_the_mean_where_influence_is_exactly_half() {
        assertThat(median(vote(10, 1), vote(21, 1))).isEqualTo(15);
    }

    @Test
    void takes_the_next_level_with_influence() {
        assertThat(median(vote(10, 1), vote(11, 0), vote(21, 1))).isEqualTo(15);
    }

    @Test
    void is_nothing_without_any_influence() {
        assertThat(median(vote(10, 0))).isZero();
    }

    @Test
    void lets_the_charter_vote() {
        Charter charter = CharterDraft.plain().prior(500).charter();

        // The charter: level 10⁶ · 10, influence 1000 · 500.
        assertThat(value(charter, List.of(vote(30_000_000, 500_000)))).isEqualTo(20_000_000);
        assertThat(value(charter, List.of(vote(30_000_000, 499_999)))).isEqualTo(10_000_000);
    }

    @Test
    void counts_a_rater_without_influence_towards_the_quorum() {
        Charter charter = CharterDraft.plain().quorum(2).prior(1).charter();

        assertThat(value(charter, List.of(vote(30, 0)))).isZero();
        assertThat(value(charter, List.of(vote(30, 0), vote(40, 0)))).isEqualTo(10_000_000);
    }

    @RepeatedTest(300)
    void never_lowers_a_value_for_a_better_score_below_the_pair_cap(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Charter charter = CharterDraft.plain()
                .reference(1 + random.nextInt(50))
                .levelling(random.nextInt(6))
                .prior(random.nextInt(2000))
                .charter();
        Rater rater = rater(rated(random.nextInt(99), "eve"), rated(random.nextInt(99), "ada"));
        List<Rating> others = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            others.add(vote(random.nextInt(100_000_000), random.nextInt(1_666_667)));
        }

        int score = random.nextInt(99);
        int confidence = 1 + random.nextInt(5);
        BigInteger value = valueWith(others, arriving(charter, score, confidence, rater), charter);
        BigInteger better =
                valueWith(others, arriving(charter, score + 1, confidence, rater), charter);

        assertThat(better).isGreaterThanOrEqualTo(value);
    }

    private static BigInteger valueWith(List<Rating> others, Rating rating, Charter charter) {
        List<Rating> all = new ArrayList<>(others);
        all.add(rating);
        Collections.reverse(all);
        return value(charter, all);
    }

    private static Rating arriving(Charter charter, int points, int confidence, Rater rater) {
        return Rating.of(
                rater,
                points,
                level(charter, points, rater),
                influence(charter, points, confidence, authors("ada"), rater),
                List.of());
    }

    private static BigInteger level(Charter charter, long points, Rater others) {
        BigInteger level = ValueEquation.level(charter, points, others);
        long inLongs = ValueEquation.levelInLongs(charter, points, others);
        if (inLongs != ValueEquation.BEYOND_LONG) {
            assertThat(level).isEqualTo(inLongs);
        }
        return level;
    }

    private static long influence(
            Charter charter, long points, int confidence, List<Author> authors, Rater others) {
        long influence = PairCap.influence(charter, points, authors, others, confidence);
        assertThat(PairCap.of(charter, points, authors, others).influence(confidence))
                .isEqualTo(influence);
        return influence;
    }

    private static BigInteger value(Charter charter, List<Rating> ratings) {
        Contribution work =
                new Contribution(new ContributionId("w"), 0, authors("nobody"), List.of());
        for (Rating rating : ratings) {
            // Of a peer of its own.
            work.remember(Rating.of(
                    rater(),
                    rating.points(),
                    rating.exactLevel(),
                    rating.influence(),
                    rating.authors()));
        }
        BigInteger value = work.value(charter, new Median());
        assertThat(work.valuation(charter).value()).isEqualTo(value);
        return value;
    }

    /** The influence of a rating of 10 points for ada. */
    private static long influence(int pairCap, int confidence, Rater others) {
        Charter charter = CharterDraft.plain().pairCap(pairCap, 0).charter();
        return influence(charter, 10, confidence, authors("ada"), others);
    }

    private static BigInteger median(Rating... ratings) {
        return value(CharterDraft.plain().charter(), List.of(ratings));
    }

    private static Rating vote(long level, long influence) {
        return Rating.of(rater(), 0, BigInteger.valueOf(level), influence, List.of());
    }

    private static Rating rated(long points, String... authors) {
        List<ContributorId> ids = authors(authors).stream().map(Author::id).toList();
        return Rating.of(rater(), points, BigInteger.ZERO, 0, ids);
    }

    private static Rater rater(Rating... ratings) {
        Rater rater = new Rater(new ContributorId("rater"));
        List.of(ratings).forEach(rater::remember);
        return rater;
    }

    private static List<Author> authors(String... names) {
        return List.of(names).stream()
                .map(name -> new Author(new ContributorId(name), 1))
                .toList();
    }
}
