package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

@DisplayName("A rating is favourable")
class FavourTest {

    private static Charter charter(Criterion... criteria) {
        return new Charter(List.of(criteria), 2, 13, 500, 5, 1_000, 10, 0, Raters.CONTRIBUTORS);
    }

    private final Charter charter = charter(
            new Criterion("quality", 2, 1, List.of(0, 1, 2, 3, 5)),
            new Criterion("use", 1, -1, List.of(0, 2)));

    @Test
    void with_half_of_the_points_there_are() {
        assertThat(charter.isFavourable(Map.of("quality", 4, "use", -1))).contains(true);
        assertThat(charter.isFavourable(Map.of("quality", 3, "use", 0))).contains(true);
        assertThat(charter.isFavourable(Map.of("quality", 2, "use", 0))).contains(false);
    }

    @Test
    void never_where_nothing_is_worth_anything() {
        Charter worthless = charter(new Criterion("quality", 1, 1, List.of(0, 0)));
        assertThat(worthless.isFavourable(Map.of("quality", 2))).contains(false);
    }

    @Test
    void only_by_the_charters_own_criteria_and_scores() {
        assertThat(charter.isFavourable(Map.of("quality", 5))).isEmpty();
        assertThat(charter.isFavourable(Map.of("quality", 5, "use", 0, "x", 1))).isEmpty();
        assertThat(charter.isFavourable(Map.of("quality", 6, "use", 0))).isEmpty();
        assertThat(charter.isFavourable(Map.of("quality", 0, "use", 0))).isEmpty();
        assertThat(charter.isFavourable(Map.of("quality", 5, "use", -2))).isEmpty();
    }
}
