package org.commonfold.payout.payment.domain;

import org.commonfold.payout.fold.domain.CommonsId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Part of a payout, from a person's balance in one commons.
 *
 * @param micros &gt; 0
 */
public record Draw(CommonsId commonsId, long micros) {

    /**
     * Draws an amount on what a person has available: commons by commons in the order of their
     * ids, each to the last micro before the next is touched.
     *
     * @return summing to less than asked for when there is less
     */
    static List<Draw> on(List<Draw> available, long micros) {
        List<Draw> draws = new ArrayList<>();
        long left = micros;
        for (Draw purse : inOrder(available)) {
            long drawn = Math.min(left, purse.micros());
            if (drawn > 0) {
                draws.add(new Draw(purse.commonsId(), drawn));
                left -= drawn;
            }
        }
        return draws;
    }

    private static List<Draw> inOrder(List<Draw> available) {
        return available.stream().sorted(Comparator.comparing(Draw::commonsId)).toList();
    }

    static long sum(List<Draw> draws) {
        return draws.stream().mapToLong(Draw::micros).reduce(0, Math::addExact);
    }
}
