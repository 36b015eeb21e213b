package org.commonfold.revenue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A period")
class PeriodTest {

    @Test
    void may_be_a_single_day() {
        Period day = Samples.accepted(Period.of("2016-02-29", "2016-02-29"));

        assertThat(day.from()).isEqualTo(day.to());
    }

    @Test
    void does_not_end_before_it_begins() {
        assertThat(Period.of("2017-01-02", "2017-01-01"))
                .isEqualTo(Decision.reject(Rejection.INVALID_PERIOD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-02-29", "2017-13-01", "2017-1-1", "today", ""})
    void has_days_of_the_calendar(String day) {
        assertThat(Period.of(day, "2020-01-01"))
                .isEqualTo(Decision.reject(Rejection.INVALID_PERIOD));
    }
}
