package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;

@DisplayName("Withdrawing a contribution")
class WithdrawalTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Person ADA = new Person(new ContributorId("ada"), false);
    private static final Person EVE = new Person(new ContributorId("eve"), true);
    private static final Person SUE = new Person(new ContributorId("sue"), true);

    private final Withdrawal withdrawal = new Withdrawal();
    private final Contribution published = PublicationTest.work(List.of(new Author(ADA.id(), 1)));
    private final Commons commons = new Commons(
            published.commonsId(),
            "Lab",
            new Charter(List.of(), 2, 13, 500, 5, 1000, 10, 0, Raters.ANYONE),
            1,
            Set.of(SUE.id()),
            NOON);

    @Test
    void is_for_an_author_or_a_steward() {
        ContributionEvent.Withdrawn withdrawn =
                new ContributionEvent.Withdrawn(published.id(), published.commonsId(), NOON);

        assertThat(withdrawal.decide(published, commons, ADA, NOON))
                .isEqualTo(Decision.accept(withdrawn));
        assertThat(withdrawal.decide(published, commons, SUE, NOON))
                .isEqualTo(Decision.accept(withdrawn));
        assertThat(withdrawn.applyTo(published).isWithdrawn()).isTrue();
    }

    @Test
    void is_refused_to_a_stranger() {
        assertThat(withdrawal.decide(published, commons, EVE, NOON))
                .isEqualTo(Decision.reject(Rejection.NOT_AN_AUTHOR));
    }

    @Test
    void is_refused_to_a_steward_whose_token_has_another_role() {
        assertThat(withdrawal.decide(published, commons, new Person(SUE.id(), false), NOON))
                .isEqualTo(Decision.reject(Rejection.NOT_AN_AUTHOR));
    }

    @Test
    void that_is_repeated_records_nothing_new() {
        assertThat(withdrawal.decide(published.withdrawn(NOON), commons, ADA, NOON))
                .isEqualTo(Decision.nothingNew());
    }
}
