package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.fold.domain.History.by;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is received of a revenue")
class ReceiptTest {

    /** 100 micros declared: 10 to the treasury, 45 each to ada and bob. */
    private static History declared() {
        return History.of(CharterDraft.plain().treasury(1000))
                .published("wa", by("ada"), by("bob"))
                .declared(100, "wa");
    }

    @Test
    void is_released_to_each_rounded_down_over_all_that_was_received() {
        History history = declared().received("r1", 33);

        // floor(45 · 33 / 100) = 14 each, floor(10 · 33 / 100) = 3
        assertThat(history.available("ada")).isEqualTo(14);
        assertThat(history.accrued("ada")).isEqualTo(31);
        assertThat(history.treasury()).isEqualTo(7);

        history.received("r1", 1);
        // floor(45 · 34 / 100) = 15: not floor(45 · 33 / 100) + floor(45 · 1 / 100)
        assertThat(history.available("ada")).isEqualTo(15);
    }

    @Test
    void is_released_to_the_last_micro_when_all_has_come() {
        History history = declared().received("r1", 33).received("r1", 66).received("r1", 1);

        assertThat(history.available("ada")).isEqualTo(45);
        assertThat(history.available("bob")).isEqualTo(45);
        assertThat(history.accrued("ada")).isZero();
        assertThat(history.treasury()).isZero();
        assertThat(history.receivable()).isZero();
        assertThat(history.micros("bank:EUR")).isEqualTo(100);
    }

    @Test
    void reaches_the_bank_even_when_it_releases_nothing() {
        History history = declared().received("r1", 1);

        assertThat(history.available("ada")).isZero();
        assertThat(history.lastMovement().entry().postings())
                .containsExactly(
                        new Posting(Account.bank("EUR"), 1),
                        new Posting(Account.receivable(History.PARTNER), -1));
    }

    @Test
    void is_told_with_what_it_released() {
        Movement.RevenueReleased released =
                (Movement.RevenueReleased) declared().received("r1", 33).lastMovement();

        assertThat(released.received()).isEqualTo(new Money(33, "EUR"));
        assertThat(released.releasedMicros()).isEqualTo(14 + 14 + 3);
    }

    @Test
    void is_refused_one_micro_beyond_what_is_owed() {
        declared()
                .received("r1", 60)
                .rejecting(Rejection.BEYOND_WHAT_IS_OWED, History.receipt("r1", 41, "EUR"))
                .received("r1", 40)
                .rejecting(Rejection.BEYOND_WHAT_IS_OWED, History.receipt("r1", 1, "EUR"));
    }

    @Test
    void is_refused_in_another_currency() {
        declared().rejecting(Rejection.ANOTHER_CURRENCY, History.receipt("r1", 10, "USD"));
    }

    @Test
    void is_refused_for_an_unknown_revenue() {
        declared().rejecting(Rejection.UNKNOWN_REVENUE, History.receipt("r2", 10, "EUR"));
    }

    @Test
    void is_refused_once_the_revenue_is_voided() {
        declared()
                .voided("r1")
                .rejecting(Rejection.REVENUE_VOIDED, History.receipt("r1", 10, "EUR"));
    }

    @Test
    void is_exact_for_the_largest_amount() {
        long largest = 999_999_999_999_999_999L;
        History history = History.of(CharterDraft.plain())
                .published("wa", by("ada"))
                .declared(largest, "wa")
                .received("r1", largest - 1);

        assertThat(history.available("ada")).isEqualTo(largest - 1);
        assertThat(history.received("r1", 1).available("ada")).isEqualTo(largest);
    }

    @Test
    void takes_everything_back_when_nothing_came_before_the_voiding() {
        History history = declared().voided("r1");

        assertThat(history.accrued("ada")).isZero();
        assertThat(history.treasury()).isZero();
        assertThat(history.receivable()).isZero();
    }

    @Test
    void stays_through_a_voiding_of_the_rest() {
        History history = declared().received("r1", 33).voided("r1");

        assertThat(history.available("ada")).isEqualTo(14);
        assertThat(history.accrued("ada")).isZero();
        // 33 came and only 31 were released: by the roundings the partner is 2 micros ahead.
        assertThat(history.receivable()).isEqualTo(-2);
    }

    @Test
    void is_not_touched_by_voiding_a_fully_received_revenue() {
        History history = declared().received("r1", 100);
        Movement last = history.lastMovement();

        history.voided("r1");

        assertThat(history.lastMovement()).isSameAs(last);
        assertThat(history.available("ada")).isEqualTo(45);
    }

    @Test
    void cannot_be_voided_twice() {
        declared().voided("r1").rejecting(Rejection.REVENUE_VOIDED, History.voiding("r1"));
        declared()
                .received("r1", 100)
                .voided("r1")
                .rejecting(Rejection.REVENUE_VOIDED, History.voiding("r1"));
    }

    @Test
    void cannot_be_voided_when_it_was_never_declared() {
        declared().rejecting(Rejection.UNKNOWN_REVENUE, History.voiding("r2"));
    }
}
