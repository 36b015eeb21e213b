package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@DisplayName("Suggesting needs")
class SuggestingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final CommonsId HERE = new CommonsId(new UUID(0, 1));
    private static final ContributorId ADA = new ContributorId("ada");
    private static final ContributorId BOB = new ContributorId("bob");
    private static final ContributorId CAROL = new ContributorId("carol");
    private static final Background ADAS = new Background(
            ADA, Set.of("optics", "prose"), Set.of("optics"), Set.of(), Set.of(), Set.of(BOB));

    private final Suggesting suggesting = new Suggesting();

    private static Need need(long id, Instant openedAt, ContributorId opener, String... skills) {
        NeedTask task = new NeedTask("T", null, null, List.of(skills));
        return Need.proposal(new NeedId(new UUID(0, id)), HERE, task, opener, openedAt);
    }

    @Test
    void counts_each_reason_and_each_match() {
        Need need = need(1, NOON, BOB, "prose", "welding", "optics");
        Suggestion suggestion = suggesting.rank(ADAS, List.of(need), 9).get(0);
        assertThat(suggestion.reasons())
                .containsExactly(
                        new Reason(ReasonKind.PROVEN_SKILL, List.of("optics")),
                        new Reason(ReasonKind.DECLARED_SKILL, List.of("optics", "prose")),
                        new Reason(ReasonKind.CO_AUTHOR, List.of("bob")));
        assertThat(suggestion.score()).isEqualTo(5 + 2 * 3 + 2);
    }

    @Test
    void puts_the_best_first_and_among_equals_the_oldest_then_the_smaller_id() {
        Need young = need(1, NOON.plusSeconds(1), CAROL, "prose");
        Need second = need(3, NOON, CAROL, "prose");
        Need first = need(2, NOON, CAROL, "prose");
        Need best = need(4, NOON.plusSeconds(2), CAROL, "optics");
        assertThat(suggesting.rank(ADAS, List.of(young, second, first, best), 9))
                .extracting(Suggestion::need)
                .containsExactly(best, first, second, young);
        assertThat(suggesting.rank(ADAS, List.of(young, second, first, best), 1))
                .hasSize(1);
    }

    @Test
    void leaves_out_what_is_ones_own_or_taken_up_or_closed_or_does_not_match() {
        Need taken = need(2, NOON, CAROL, "optics").takenUp(ADA, NOON);
        NeedFulfilment work = new NeedFulfilment(new ContributionId(new UUID(0, 9)), NOON);
        Need closed = need(3, NOON, CAROL, "optics").closed(work);
        Need own = need(1, NOON, ADA, "optics");
        Need other = need(4, NOON, CAROL, "welding");
        assertThat(suggesting.rank(ADAS, List.of(own, taken, closed, other), 9)).isEmpty();
    }

    @Test
    void takes_a_co_author_who_opened_it_and_works_on_it_for_one() {
        Need need = need(1, NOON, BOB).takenUp(BOB, NOON).takenUp(CAROL, NOON);
        assertThat(suggesting.rank(ADAS, List.of(need), 9).get(0).score()).isEqualTo(2);
    }
}
