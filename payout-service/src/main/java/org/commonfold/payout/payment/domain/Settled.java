package org.commonfold.payout.payment.domain;

import java.util.List;

/**
 * What a step of a run comes to.
 *
 * @param payouts those that changed, as they are now
 * @param movements of money, all of which are booked or none
 */
public record Settled(List<Payout> payouts, List<PayoutMovement> movements) {

    public Settled {
        payouts = List.copyOf(payouts);
        movements = List.copyOf(movements);
    }
}
