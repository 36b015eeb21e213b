package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

@DisplayName("Splitting by the largest remainder")
class LargestRemainderTest {

    private static final long LARGEST_AMOUNT = 999_999_999_999_999_999L;

    @Test
    void gives_the_left_over_micro_to_the_largest_remainder() {
        // 10 · 1/6 = 1 rest 4; 10 · 2/6 = 3 rest 2; 10 · 3/6 = 5 rest 0
        assertThat(split(10, "a", 1, "b", 2, "c", 3))
                .containsExactly(entry("a", 2L), entry("b", 3L), entry("c", 5L));
    }

    @Test
    void gives_ties_to_the_smaller_id_whatever_order_they_come_in() {
        assertThat(split(5, "c", 1, "b", 1, "a", 1))
                .containsOnly(entry("a", 2L), entry("b", 2L), entry("c", 1L));
    }

    @Test
    void orders_ids_as_plain_strings() {
        assertThat(split(1, "p9", 1, "p10", 1)).containsEntry("p10", 1L);
        assertThat(split(1, "a", 1, "B", 1)).containsEntry("B", 1L);
    }

    @Test
    void gives_nothing_to_a_weight_of_nothing() {
        assertThat(split(7, "a", 0, "b", 3, "c", 3)).containsEntry("a", 0L);
    }

    @Test
    void splits_nothing_into_nothing() {
        assertThat(split(0, "a", 1, "b", 2)).containsOnly(entry("a", 0L), entry("b", 0L));
    }

    @Test
    void is_exact_for_the_largest_amount_and_weights_beyond_a_long() {
        BigInteger large = BigInteger.TEN.pow(30);

        // Halves of an odd number: the tie goes to the smaller id.
        assertThat(LargestRemainder.split(LARGEST_AMOUNT, Map.of("a", large, "b", large))
                        .byId())
                .containsOnly(
                        entry("a", 500_000_000_000_000_000L), entry("b", 499_999_999_999_999_999L));
    }

    @Test
    void refuses_to_split_by_nothing() {
        assertThatThrownBy(() -> split(1, "a", 0, "b", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @RepeatedTest(300)
    void conserves_every_amount_and_is_never_a_micro_off_the_exact_part(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        long amount = random.nextLong(LARGEST_AMOUNT + 1);
        Map<String, BigInteger> weights = new LinkedHashMap<>();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            weights.put("id" + i, new BigInteger(1 + random.nextInt(100), random));
        }
        weights.put("one", BigInteger.ONE);

        Map<String, Long> parts = LargestRemainder.split(amount, weights).byId();

        assertThat(parts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(amount);
        BigInteger sum = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        weights.forEach((id, weight) -> {
            BigInteger exact = BigInteger.valueOf(amount).multiply(weight);
            BigInteger error = BigInteger.valueOf(parts.get(id)).multiply(sum).subtract(exact);
            assertThat(error.abs()).isLessThan(sum);
        });
    }

    private static Map<String, Long> split(long amount, Object... idsAndWeights) {
        Map<String, BigInteger> weights = new LinkedHashMap<>();
        for (int i = 0; i < idsAndWeights.length; i += 2) {
            weights.put(
                    (String) idsAndWeights[i],
                    BigInteger.valueOf(((Number) idsAndWeights[i + 1]).longValue()));
        }
        return LargestRemainder.split(amount, weights).byId();
    }
}
