package org.commonfold.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.rating.domain.Examples.ADA;
import static org.commonfold.rating.domain.Examples.BOB;
import static org.commonfold.rating.domain.Examples.LAB;
import static org.commonfold.rating.domain.Examples.ROTOR;
import static org.commonfold.rating.domain.Examples.by;
import static org.commonfold.rating.domain.Examples.charter;
import static org.commonfold.rating.domain.Examples.opinion;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@DisplayName("The ratings that count")
class CurrentRatingsTest {

    private static final ContributionId STATOR = new ContributionId(new UUID(2, 2));
    private static final RatingKey OF_ROTOR = new RatingKey(LAB, ROTOR, BOB);
    private static final RatingKey OF_STATOR = new RatingKey(LAB, STATOR, BOB);

    /** By {@link Examples#RUBRIC}: 2·5 + 3·8 and 2·1 + 3·0 points. */
    private static final Opinion SPLENDID = opinion(5, 0);

    private static final Opinion POOR = opinion(2, -2);

    private final CurrentRatings ratings = new CurrentRatings(List.of(), Map.of());
    private final LogPicture picture = new LogPicture(
            new Charters(List.of(
                    new AdoptedCharter(LAB, charter(1, Raters.ANYONE)),
                    new AdoptedCharter(LAB, charter(2, Raters.ANYONE)))),
            Map.of(
                    ROTOR,
                    by(ADA),
                    STATOR,
                    new Contribution(STATOR, LAB, null, null, Set.of(ADA), false)),
            ratings);

    private Optional<Unusable> rate(RatingKey key, Opinion opinion, Integer version) {
        return new LogEvent.Rated(key, opinion, Optional.ofNullable(version)).addTo(picture);
    }

    private CurrentRating counting(RatingKey key) {
        return ratings.counting().stream()
                .filter(one -> one.key().equals(key))
                .findAny()
                .orElseThrow();
    }

    /** floor(10⁶·34·13·5 / (13·5)), then floor(10⁶·2·13·6 / (13·5 + 34)). */
    @Test
    void have_a_level_fixed_by_what_their_rater_gave_before() {
        rate(OF_ROTOR, SPLENDID, 1);
        rate(OF_STATOR, POOR, 1);

        assertThat(counting(OF_ROTOR).points()).isEqualTo(34);
        assertThat(counting(OF_ROTOR).level()).isEqualTo(34_000_000);
        assertThat(counting(OF_STATOR).points()).isEqualTo(2);
        assertThat(counting(OF_STATOR).level()).isEqualTo(1_575_757);
        assertThat(ratings.changedTotals())
                .isEqualTo(Map.of(new Rater(LAB, BOB), new RaterTotals(2, 36)));
    }

    @Test
    void go_on_from_what_was_known() {
        CurrentRating known =
                new CurrentRating(OF_ROTOR, Map.of(), 1, 34, BigInteger.ONE, Set.of(ADA));
        CurrentRatings later = new CurrentRatings(
                List.of(known), Map.of(new Rater(LAB, BOB), new RaterTotals(3, 40)));

        later.rate(OF_STATOR, POOR, charter(1, Raters.ANYONE), by(ADA));
        later.rate(OF_ROTOR, POOR, charter(1, Raters.ANYONE), by(ADA));

        // floor(10⁶·2·13·8 / (65 + 40)), then with the three others and 40 + 2 − 34 points.
        assertThat(later.counting())
                .extracting(one -> one.level().intValue())
                .containsExactly(1_980_952, 2_849_315);
        assertThat(later.changedTotals().values()).containsExactly(new RaterTotals(4, 10));
    }

    @Test
    void forget_the_former_one_before_a_revision() {
        rate(OF_ROTOR, SPLENDID, 1);
        rate(OF_ROTOR, SPLENDID, 1);

        assertThat(ratings.counting()).hasSize(1);
        assertThat(counting(OF_ROTOR).level()).isEqualTo(34_000_000);
    }

    @Test
    void are_gone_when_retracted() {
        rate(OF_ROTOR, SPLENDID, 1);
        assertThat(new LogEvent.Retracted(OF_ROTOR).addTo(picture)).isEmpty();

        assertThat(ratings.counting()).isEmpty();
        assertThat(ratings.changed()).containsExactly(OF_ROTOR);
        assertThat(ratings.changedTotals().values()).containsExactly(RaterTotals.NONE);
        assertThat(new LogEvent.Retracted(OF_ROTOR).addTo(picture)).contains(Unusable.NOT_RATED);
    }

    @Test
    void are_by_the_charter_they_name_or_the_one_in_force() {
        rate(OF_ROTOR, SPLENDID, 1);
        rate(OF_STATOR, SPLENDID, null);

        assertThat(counting(OF_ROTOR).charterVersion()).isEqualTo(1);
        assertThat(counting(OF_STATOR).charterVersion()).isEqualTo(2);
    }

    @Test
    void remember_who_the_authors_were() {
        rate(OF_ROTOR, SPLENDID, 1);
        new LogEvent.Reapportioned(LAB, ROTOR, Set.of(BOB)).addTo(picture);

        assertThat(counting(OF_ROTOR).authors()).containsExactly(ADA);
    }

    @Test
    void are_none_that_the_fold_would_reject() {
        RatingKey elsewhere = new RatingKey(new CommonsId(new UUID(1, 2)), ROTOR, BOB);

        assertThat(rate(elsewhere, SPLENDID, 1)).contains(Unusable.UNKNOWN_CONTRIBUTION);
        assertThat(new LogEvent.Retracted(elsewhere).addTo(picture))
                .contains(Unusable.UNKNOWN_CONTRIBUTION);
        assertThat(rate(OF_ROTOR, SPLENDID, 3)).contains(Unusable.UNKNOWN_CHARTER_VERSION);
        assertThat(rate(OF_ROTOR, SPLENDID, 0)).contains(Unusable.UNKNOWN_CHARTER_VERSION);
        assertThat(rate(OF_ROTOR, opinion(6, 0), 1)).contains(Unusable.SCORES_OUT_OF_CHARTER);
        assertThat(ratings.changed()).isEmpty();
    }

    @Test
    void are_not_levelled_where_the_charter_has_that_off() {
        Charter plain = new Charter(1, Examples.RUBRIC, 2, 13, 0, Raters.ANYONE);

        assertThat(plain.level(34, new RaterTotals(7, 5))).isEqualTo(34_000_000);
    }

    /** 8 criteria, weight 100, a million points; R and K at their limits: far beyond a long. */
    @Test
    void have_levels_of_any_size() {
        Criterion most = new Criterion("a", 100, 1, List.of(1_000_000));
        Charter largest =
                new Charter(1, Collections.nCopies(8, most), 2, 100_000_000, 1_000, Raters.ANYONE);
        long points = largest.points(Map.of("a", 1));

        assertThat(points).isEqualTo(800_000_000);
        assertThat(largest.level(points, new RaterTotals(1_000_000, 0)))
                .isEqualTo(new BigInteger("800800000000000000"));
    }
}
