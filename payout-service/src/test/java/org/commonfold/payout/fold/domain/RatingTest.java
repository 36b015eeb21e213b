package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.fold.domain.History.by;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

@DisplayName("A rating")
class RatingTest {

    /** Two works, ada's and bob's, that share what is declared by their values. */
    private static History twoWorks(CharterDraft charter) {
        return History.of(charter).published("wa", by("ada")).published("wb", by("bob"));
    }

    @Test
    void makes_a_contribution_worth_its_score() {
        History history = twoWorks(CharterDraft.plain())
                .rated("eve", "wa", 30)
                .rated("eve", "wb", 10)
                .declared(400);

        assertThat(history.accrued("ada")).isEqualTo(300);
        assertThat(history.accrued("bob")).isEqualTo(100);
    }

    @Test
    void that_is_revised_counts_once_and_as_new() {
        History history = twoWorks(CharterDraft.plain().quorum(1))
                .rated("eve", "wa", 90)
                .rated("eve", "wb", 10)
                .rated("eve", "wa", 30)
                .declared(400);

        assertThat(history.accrued("ada")).isEqualTo(300);
    }

    @Test
    void that_is_revised_does_not_make_a_quorum() {
        History history = twoWorks(CharterDraft.plain().quorum(2))
                .rated("eve", "wa", 30)
                .rated("eve", "wa", 40)
                .declared(400);

        assertThat(history.treasury()).isEqualTo(400);
    }

    @Test
    void that_is_revised_is_levelled_without_its_former_self() {
        CharterDraft levelled = CharterDraft.plain().levelling(1);
        History revised = twoWorks(levelled).rated("eve", "wa", 90).rated("eve", "wa", 20);
        History once = twoWorks(levelled).rated("eve", "wa", 20);
        revised.rated("eve", "wb", 10).declared(1000);
        once.rated("eve", "wb", 10).declared(1000);

        assertThat(revised.accrued("ada")).isEqualTo(once.accrued("ada"));
    }

    @Test
    void changes_what_the_next_revenue_is_split_by() {
        History history = twoWorks(CharterDraft.plain())
                .rated("eve", "wa", 30)
                .rated("eve", "wb", 10)
                .declared(400)
                .rated("eve", "wa", 10)
                .declared(400)
                .retracted("eve", "wa")
                .declared(400);

        assertThat(history.accrued("ada")).isEqualTo(300 + 200);
    }

    @Test
    void is_worth_something_only_by_the_charter_in_force() {
        History history = twoWorks(CharterDraft.plain())
                .rated("eve", "wa", 30)
                .declared(400)
                .amended(CharterDraft.plain().quorum(2))
                .declared(400)
                .amended(CharterDraft.plain())
                .reapportioned("wa", by("eve"))
                .declared(400);

        assertThat(history.accrued("ada")).isEqualTo(400);
        assertThat(history.treasury()).isEqualTo(800);
    }

    @Test
    void that_is_rejected_leaves_the_former_one_as_it_was() {
        History history = twoWorks(CharterDraft.plain())
                .rated("eve", "wa", 30)
                .rated("eve", "wb", 10)
                .rejecting(Rejection.SCORES_OUT_OF_CHARTER, History.rating("eve", "wa", 100))
                .declared(400);

        assertThat(history.accrued("ada")).isEqualTo(300);
    }

    @Test
    void that_is_retracted_is_no_longer_among_the_others_of_its_rater() {
        CharterDraft levelled = CharterDraft.plain().levelling(1);
        History retracted = twoWorks(levelled)
                .published("wc", by("cy"))
                .rated("eve", "wc", 90)
                .retracted("eve", "wc");
        History never = twoWorks(levelled);
        retracted.rated("eve", "wa", 20).rated("eve", "wb", 10).declared(1000);
        never.rated("eve", "wa", 20).rated("eve", "wb", 10).declared(1000);

        assertThat(retracted.accrued("ada")).isEqualTo(never.accrued("ada"));
    }

    @Test
    void keeps_its_level_when_its_rater_retracts_another() {
        CharterDraft levelled = CharterDraft.plain().levelling(1);
        // wa: 10⁶ · 20 · 10 · (1 + 0) / 10; wb: 10⁶ · 10 · 10 · (1 + 1) / (10 + 20) = 6 666 666.
        History history = twoWorks(levelled).rated("eve", "wa", 20).rated("eve", "wb", 10);
        history.retracted("eve", "wa").rated("zoe", "wa", 20).declared(26_666_666);

        assertThat(history.accrued("ada")).isEqualTo(20_000_000);
        assertThat(history.accrued("bob")).isEqualTo(6_666_666);
    }

    @Test
    void of_a_withdrawn_work_is_taken_and_still_counts_among_the_others() {
        CharterDraft levelled = CharterDraft.plain().levelling(1);
        History withdrawn = twoWorks(levelled).published("wc", by("cy")).withdrawn("wc");
        History live = twoWorks(levelled).published("wc", by("cy"));
        for (History history : List.of(withdrawn, live)) {
            history.rated("eve", "wc", 50).rated("eve", "wa", 20).rated("zoe", "wb", 10);
            history.declared(1_000_000, "wa", "wb").declared(1_000_000);
        }

        // eve on wa, after 50 for wc: 10⁶ · 20 · 10 · 2 / 60 = 6 666 666; zoe on wb: 10⁷.
        assertThat(withdrawn.accrued("ada")).isEqualTo(500_000 + 400_000);
        assertThat(withdrawn.accrued("cy")).isZero();
        assertThat(live.accrued("cy")).isPositive();
    }

    @Test
    void by_an_author_is_taken_but_makes_no_value_and_no_quorum() {
        History history = twoWorks(CharterDraft.plain().quorum(1))
                .rated("ada", "wa", 99)
                .rated("eve", "wb", 1)
                .declared(400);

        assertThat(history.accrued("ada")).isZero();
        assertThat(history.accrued("bob")).isEqualTo(400);
    }

    @Test
    void by_an_author_counts_among_that_raters_others() {
        // ada on wb, after 90 for her own: 10⁶ · 10 · 10 · 2 / 100; eve on wa: 10⁷.
        History history = twoWorks(CharterDraft.plain().levelling(1))
                .rated("ada", "wa", 90)
                .rated("ada", "wb", 10)
                .rated("eve", "wa", 10)
                .declared(12_000_000);

        assertThat(history.accrued("ada")).isEqualTo(10_000_000);
        assertThat(history.accrued("bob")).isEqualTo(2_000_000);
    }

    @Test
    void by_a_former_author_counts_from_the_reapportionment_on() {
        History history = twoWorks(CharterDraft.plain())
                .rated("ada", "wa", 30)
                .rated("eve", "wb", 10)
                .reapportioned("wa", by("cy"))
                .declared(400);

        assertThat(history.accrued("cy")).isEqualTo(300);
    }

    @Test
    void by_a_peer_who_became_an_author_counts_no_longer() {
        History history = twoWorks(CharterDraft.plain())
                .rated("eve", "wa", 30)
                .rated("eve", "wb", 10)
                .reapportioned("wa", by("ada"), by("eve"))
                .declared(400);

        assertThat(history.accrued("bob")).isEqualTo(400);
    }

    @Test
    void is_capped_by_whom_the_others_praised_when_they_arrived() {
        // zoe's 10 points for wa went to ada, whoever owns it later. So on ada's wc her num is
        // 5000 · 20, her den 10 000 · 20: a quarter of a voice, as eve has, who rates only wc.
        // The median of 10 and 20 with equal voices is 15.
        History history = History.of(CharterDraft.plain().pairCap(5000, 0))
                .published("wa", by("ada"))
                .published("wb", by("bob"))
                .published("wc", by("ada"))
                .rated("zoe", "wa", 10)
                .reapportioned("wa", by("cy"))
                .rated("zoe", "wc", 10)
                .rated("eve", "wc", 20)
                .rated("yan", "wb", 15)
                .declared(400);

        assertThat(history.accrued("ada")).isEqualTo(150);
        assertThat(history.accrued("bob")).isEqualTo(150);
        assertThat(history.accrued("cy")).isEqualTo(100);
    }

    @Test
    void of_withdrawn_work_is_for_the_authors_it_had_when_it_was_withdrawn() {
        // wa is reapportioned too late: zoe's 10 points went to ada, as in the test above.
        History history = History.of(CharterDraft.plain().pairCap(5000, 0))
                .published("wa", by("ada"))
                .published("wb", by("bob"))
                .published("wc", by("ada"))
                .withdrawn("wa")
                .reapportioned("wa", by("cy"))
                .rated("zoe", "wa", 10)
                .rated("zoe", "wc", 10)
                .rated("eve", "wc", 20)
                .rated("yan", "wb", 15)
                .declared(300);

        assertThat(history.accrued("ada")).isEqualTo(150);
        assertThat(history.accrued("bob")).isEqualTo(150);
    }

    @Test
    void is_capped_by_who_the_authors_are_now() {
        // wc is bob's by the time zoe rates it: no other point of hers went to him, so her num is
        // 5000 · 20, her den 10 000 · 10, a full voice. eve has a quarter: the median is zoe's.
        History history = History.of(CharterDraft.plain().pairCap(5000, 0))
                .published("wa", by("ada"))
                .published("wc", by("ada"))
                .rated("zoe", "wa", 10)
                .reapportioned("wc", by("bob"))
                .rated("zoe", "wc", 10)
                .rated("eve", "wc", 20)
                .declared(200);

        assertThat(history.accrued("bob")).isEqualTo(100);
    }

    @Test
    void goes_by_the_charter_version_its_peer_saw() {
        CharterDraft doubled = CharterDraft.plain()
                .criteria(List.of(new Criterion(
                        CharterDraft.QUALITY,
                        2,
                        0,
                        CharterDraft.SCORE_IS_POINTS.get(0).points())));
        History history = twoWorks(CharterDraft.plain())
                .amended(doubled)
                .accepting(History.rating("eve", "wa", Map.of(CharterDraft.QUALITY, 10L), 3, 1L))
                .accepting(History.rating("eve", "wb", Map.of(CharterDraft.QUALITY, 10L), 3, null))
                .declared(300);

        assertThat(history.accrued("ada")).isEqualTo(100);
        assertThat(history.accrued("bob")).isEqualTo(200);
    }

    @Test
    void keeps_its_level_through_an_amendment_that_changes_the_quorum() {
        History history = twoWorks(CharterDraft.plain().quorum(2))
                .rated("eve", "wa", 30)
                .rated("eve", "wb", 10)
                .amended(CharterDraft.plain().quorum(1).levelling(9))
                .declared(400);

        assertThat(history.accrued("ada")).isEqualTo(300);
    }
}
