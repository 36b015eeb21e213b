package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.fold.domain.History.by;
import static org.commonfold.payout.fold.domain.History.from;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

@DisplayName("The distribution of a revenue")
class DistributionTest {

    private static final long LARGEST_AMOUNT = 999_999_999_999_999_999L;

    private static History commons() {
        return History.of(CharterDraft.plain());
    }

    @Test
    void gives_the_treasury_its_basis_points_rounded_down() {
        History history = History.of(CharterDraft.plain().treasury(333))
                .published("wa", by("ada"))
                .declared(100, "wa");

        assertThat(history.treasury()).isEqualTo(3);
        assertThat(history.accrued("ada")).isEqualTo(97);
    }

    @Test
    void is_exact_for_the_largest_amount() {
        History history = History.of(CharterDraft.plain().treasury(9999))
                .published("wa", by("ada"))
                .declared(LARGEST_AMOUNT, "wa");

        assertThat(history.treasury()).isEqualTo(999_899_999_999_999_999L);
        assertThat(history.accrued("ada")).isEqualTo(100_000_000_000_000L);
    }

    @Test
    void leaves_everything_to_a_treasury_of_the_whole() {
        History history = History.of(CharterDraft.plain().treasury(10_000))
                .published("wa", by("ada"))
                .declared(100, "wa");

        assertThat(history.treasury()).isEqualTo(100);
        assertThat(history.accrued("ada")).isZero();
    }

    @Test
    void leaves_everything_to_the_treasury_when_nothing_is_published() {
        assertThat(commons().declared(100).treasury()).isEqualTo(100);
    }

    @Test
    void leaves_everything_to_the_treasury_when_nothing_has_a_value() {
        assertThat(commons().published("wa", by("ada")).declared(100).treasury())
                .isEqualTo(100);
    }

    @Test
    void goes_by_the_weights_of_usage() {
        History history = commons()
                .published("wa", by("ada"))
                .published("wb", by("bob"))
                .accepting(History.declaration("r", 100, List.of(used("wa", 1), used("wb", 3))));

        assertThat(history.accrued("ada")).isEqualTo(25);
        assertThat(history.accrued("bob")).isEqualTo(75);
    }

    @Test
    void leaves_unknown_and_withdrawn_works_out_of_usage_and_of_its_sum() {
        History history = commons()
                .published("wa", by("ada"))
                .published("wb", by("bob"))
                .withdrawn("wb")
                .declared(100, "wa", "wb", "nowhere");

        assertThat(history.accrued("ada")).isEqualTo(100);
    }

    @Test
    void leaves_everything_to_the_treasury_when_no_usage_is_live() {
        History history = commons()
                .published("wa", by("ada"))
                .published("wb", by("bob"))
                .rated("eve", "wa", 10)
                .withdrawn("wb")
                .declared(100, "wb", "nowhere");

        assertThat(history.treasury()).isEqualTo(100);
        assertThat(history.accrued("ada")).isZero();
    }

    @Test
    void pays_authors_by_share_and_ties_to_the_smaller_id() {
        History history = commons().published("wa", by("zoe", 1), by("ada", 1)).declared(101, "wa");

        assertThat(history.accrued("ada")).isEqualTo(51);
        assertThat(history.accrued("zoe")).isEqualTo(50);
    }

    @Test
    void gives_ties_between_works_to_the_smaller_id_not_the_earlier() {
        History history = commons()
                .published("wz", by("zoe"))
                .published("wa", by("ada"))
                .declared(101, "wz", "wa");

        assertThat(history.accrued("ada")).isEqualTo(51);
    }

    @Test
    void pays_by_the_shares_now() {
        History history = commons()
                .published("wa", by("ada"))
                .reapportioned("wa", by("bob", 3), by("cy", 1))
                .declared(100, "wa");

        assertThat(history.accrued("ada")).isZero();
        assertThat(history.accrued("bob")).isEqualTo(75);
        assertThat(history.accrued("cy")).isEqualTo(25);
    }

    @Test
    void flows_upstream_through_a_chain_with_each_step_rounded_down() {
        History history = commons()
                .published("wa", by("ada"))
                .derived("wb", by("bob"), from("wa", 5000))
                .derived("wc", by("cy"), from("wb", 3333), from("wa", 1000))
                .declared(1001, "wc");

        // wc: floor(1001 · .3333) = 333 to wb, floor(1001 · .1) = 100 to wa; wb: floor(333 / 2).
        assertThat(history.accrued("cy")).isEqualTo(1001 - 333 - 100);
        assertThat(history.accrued("bob")).isEqualTo(333 - 166);
        assertThat(history.accrued("ada")).isEqualTo(100 + 166);
    }

    @Test
    void takes_what_flowed_in_from_later_work_before_it_flows_on() {
        History history = commons()
                .published("wa", by("ada"))
                .derived("wb", by("bob"), from("wa", 5000))
                .derived("wc", by("cy"), from("wb", 10_000))
                .declared(3, "wb", "wc");

        // Split 2 : 1; wc passes its 1 on, and wb gives floor(3 / 2), not floor(2 / 2) + 0 only.
        assertThat(history.accrued("cy")).isZero();
        assertThat(history.accrued("bob")).isEqualTo(2);
        assertThat(history.accrued("ada")).isEqualTo(1);
    }

    @Test
    void flows_nowhere_from_a_derivation_of_withdrawn_work() {
        History history = commons()
                .published("wa", by("ada"))
                .derived("wb", by("bob"), from("wa", 5000))
                .withdrawn("wa")
                .derived("wc", by("cy"), from("wa", 5000))
                .declared(200, "wb", "wc");

        assertThat(history.accrued("ada")).isZero();
        assertThat(history.accrued("bob")).isEqualTo(100);
        assertThat(history.accrued("cy")).isEqualTo(100);
    }

    @Test
    void does_not_flow_past_a_withdrawn_work_in_the_middle() {
        History history = commons()
                .published("wa", by("ada"))
                .derived("wb", by("bob"), from("wa", 10_000))
                .derived("wc", by("cy"), from("wb", 10_000))
                .withdrawn("wb")
                .declared(100, "wc");

        assertThat(history.accrued("cy")).isEqualTo(100);
    }

    @Test
    void leaves_a_derivation_from_the_future_out_for_ever() {
        History history = commons()
                .derived("wb", by("bob"), from("wa", 5000), from("wb", 5000))
                .published("wa", by("ada"))
                .declared(100, "wb");

        assertThat(history.accrued("bob")).isEqualTo(100);
    }

    @Test
    void flows_upstream_to_a_live_work_without_a_value() {
        History history = commons()
                .published("wa", by("ada"))
                .derived("wb", by("bob"), from("wa", 5000))
                .rated("eve", "wb", 10)
                .declared(100);

        assertThat(history.accrued("ada")).isEqualTo(50);
    }

    @Test
    void credits_an_owner_once_with_the_sum() {
        History history = commons()
                .published("wa", by("ada"))
                .derived("wb", by("ada"), from("wa", 5000))
                .declared(100, "wa", "wb");

        Entry entry = history.lastMovement().entry();
        assertThat(entry.postings())
                .containsExactly(
                        new Posting(Account.receivable(History.PARTNER), 100),
                        new Posting(Account.accrued("contributor:ada"), -100));
    }

    @Test
    void does_not_change_by_what_happens_later() {
        History history = commons()
                .published("wa", by("ada"))
                .declared(100, "wa")
                .reapportioned("wa", by("bob"))
                .withdrawn("wa")
                .received("r1", 100);

        assertThat(history.available("ada")).isEqualTo(100);
    }

    @Test
    void is_told_with_its_treasury_and_how_many_it_reached() {
        History history = History.of(CharterDraft.plain().treasury(1000))
                .published("wa", by("ada"))
                .published("wb", by("bob"), by("ada"))
                .published("wc", by("cy"))
                .declared(1000, "wa", "wb");

        Movement.RevenueDistributed distributed =
                (Movement.RevenueDistributed) history.lastMovement();
        assertThat(distributed.total()).isEqualTo(new Money(1000, "EUR"));
        assertThat(distributed.treasuryMicros()).isEqualTo(100);
        assertThat(distributed.contributors()).isEqualTo(2);
        assertThat(distributed.contributions()).isEqualTo(2);
    }

    private static Usage used(String work, int weight) {
        return new Usage(new ContributionId(work), weight);
    }
}
