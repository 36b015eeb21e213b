package org.commonfold.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Map;

@DisplayName("The totals of revenue-service and ledger")
class TotalsTest {

    private final Totals totals = new Totals();

    @Test
    void agree_when_there_is_nothing() {
        assertThat(totals.agree()).isTrue();
    }

    @Test
    void agree_when_all_was_distributed_and_what_came_was_released() {
        revenue("10.00", "10.00", "received");
        balance("0.000000", "10.000000");
        assertThat(totals.agree()).isTrue();
    }

    @Test
    void disagree_by_a_micro_that_was_not_distributed() {
        revenue("10.00", "0.00", "declared");
        balance("9.999999", "0.000000");
        assertThat(totals.agree()).isFalse();
    }

    @Test
    void disagree_by_a_micro_released_that_never_came() {
        revenue("10.00", "5.00", "part-received");
        balance("4.999999", "5.000001");
        assertThat(totals.agree()).isFalse();
    }

    @Test
    void disagree_by_a_micro_held_back_of_what_came_in_full() {
        revenue("10.00", "10.00", "received");
        balance("0.000001", "9.999999");
        assertThat(totals.agree()).isFalse();
    }

    @Test
    void agree_when_the_roundings_of_a_part_hold_back_a_micro_fewer_than_owners() {
        revenue("10.00", "5.00", "part-received");
        balance("2.500000", "2.500000");
        balance("2.500001", "2.499999");
        assertThat(totals.agree()).isTrue();
    }

    @Test
    void disagree_when_they_hold_back_one_more() {
        revenue("10.00", "5.00", "part-received");
        balance("2.500001", "2.499999");
        balance("2.500001", "2.499999");
        assertThat(totals.agree()).isFalse();
    }

    @Test
    void agree_about_what_was_voided_before_any_of_it_came() {
        revenue("10.00", "0.00", "voided");
        revenue("1.00", "0.00", "declared");
        balance("1.000000", "0.000000");
        assertThat(totals.agree()).isTrue();
    }

    @Test
    void are_never_mixed_over_currencies() {
        revenue("10.00", "0.00", "declared");
        totals.addBalance(Api.parse("{\"currency\":\"CAD\",\"accrued\":\"10.000000\","
                + "\"available\":\"0\",\"reserved\":\"0\",\"paid\":\"0\"}"));
        assertThat(totals.agree()).isFalse();
    }

    @Test
    void count_what_was_paid_as_released() {
        revenue("10.00", "10.00", "received");
        totals.addBalance(Api.parse("{\"currency\":\"EUR\",\"accrued\":\"0\","
                + "\"available\":\"1\",\"reserved\":\"2\",\"paid\":\"7.000000\"}"));
        assertThat(totals.agree()).isTrue();
    }

    private void revenue(String amount, String received, String state) {
        totals.addRevenue(Api.parse(Api.write(Map.of(
                "amount", Map.of("value", amount, "currency", "EUR"),
                "received", Map.of("value", received, "currency", "EUR"),
                "state", state))));
    }

    private void balance(String accrued, String available) {
        totals.addBalance(Api.parse(Api.write(Map.of(
                "currency",
                "EUR",
                "accrued",
                accrued,
                "available",
                available,
                "reserved",
                "0.000000",
                "paid",
                "0.000000"))));
    }
}
