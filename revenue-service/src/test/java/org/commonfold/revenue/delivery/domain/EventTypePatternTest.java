package org.commonfold.revenue.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

@DisplayName("A pattern of event types")
class EventTypePatternTest {

    @ParameterizedTest
    @CsvSource({
        "*,                  8",
        "revenue.*,          4",
        "contribution.*,     3",
        "endpoint.*,         1",
        "revenue.received,   1",
        "revenue,            0",
        "revenue.,           0",
        "rev*,               0",
        "*.received,         0",
        "**,                 0",
        "revenue.received.*, 0",
        "REVENUE.*,          0"
    })
    void matches_so_many_types(String text, int count) {
        EventTypePattern pattern = new EventTypePattern(text);

        assertThat(EventTypePattern.matched(List.of(pattern))).hasSize(count);
        assertThat(pattern.isKnown()).isEqualTo(count > 0);
    }

    @Test
    void matches_what_another_matches_too() {
        assertThat(EventTypePattern.matched(List.of(
                        new EventTypePattern("revenue.*"), new EventTypePattern("revenue.voided"))))
                .containsExactly(
                        EventType.REVENUE_DECLARED,
                        EventType.REVENUE_RECEIVED,
                        EventType.REVENUE_VOIDED,
                        EventType.REVENUE_DISTRIBUTED);
        assertThat(EventTypePattern.matched(List.of())).isEmpty();
    }

    @Test
    void may_be_any_name_of_the_catalogue() {
        for (EventType type : EventType.values()) {
            assertThat(new EventTypePattern(type.wireName()).matches(type)).isTrue();
            assertThat(type.wireName()).matches("[a-z]+(\\.[a-z]+)+").hasSizeLessThan(65);
            assertThat(EventType.named(type.wireName())).contains(type);
        }
    }
}
