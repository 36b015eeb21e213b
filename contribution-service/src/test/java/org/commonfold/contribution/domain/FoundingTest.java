package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@DisplayName("Founding a commons")
class FoundingTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final CommonsId LAB = new CommonsId(UUID.randomUUID());
    private static final ContributorId ADA = new ContributorId("ada");

    private final Founding founding = new Founding();

    @Test
    void makes_the_founder_its_steward_and_the_charter_its_first() {
        Charter charter = charter(criterion("quality", 0, 1, 1, 5));

        assertThat(founding.decide(LAB, "Lab", charter, ADA, NOON))
                .isEqualTo(Decision.accept(new CommonsEvent.Founded(
                        new Commons(LAB, "Lab", charter, 1, Set.of(ADA), NOON))));
    }

    @Test
    void is_refused_when_a_better_score_would_be_worth_less() {
        assertUnsound(charter(criterion("quality", 0, 2, 1)));
        assertUnsound(charter(criterion("quality", 0), criterion("beauty", 1, 0)));
    }

    @Test
    void is_refused_when_two_criteria_have_one_name() {
        assertUnsound(charter(criterion("quality", 0), criterion("quality", 1)));
    }

    private void assertUnsound(Charter charter) {
        assertThat(founding.decide(LAB, "Lab", charter, ADA, NOON))
                .isEqualTo(Decision.reject(Rejection.UNSOUND_CHARTER));
    }

    private static Charter charter(Criterion... criteria) {
        return new Charter(List.of(criteria), 2, 13, 500, 5, 1000, 10, 0, Raters.ANYONE);
    }

    private static Criterion criterion(String name, Integer... points) {
        return new Criterion(name, 1, 0, List.of(points));
    }
}
