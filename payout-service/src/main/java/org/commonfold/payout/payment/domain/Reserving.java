package org.commonfold.payout.payment.domain;

import org.commonfold.payout.fold.domain.ContributorId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of setting money aside for a run, and of giving it back when the run is cancelled. */
public final class Reserving {

    private static final String ACCOUNT_CHANGED = "account-changed";
    private static final String BALANCE_TOO_LOW = "balance-too-low";
    private static final String CANCELLED = "cancelled";

    /**
     * Since it was prepared, another run may have taken the money, and a person may have named
     * another account: such a payout is left out, the others go ahead. No amount ever changes.
     *
     * @param prepared with whether the account still stands
     * @param available what each person has in each commons, in the run's currency
     * @return refused when nothing is left to pay
     */
    public Decision<Settled> reserve(
            String currency,
            Map<Payout, Boolean> prepared,
            Map<ContributorId, List<Draw>> available) {
        List<Payout> payouts = new ArrayList<>();
        List<PayoutMovement> movements = new ArrayList<>();
        prepared.forEach((payout, accountStands) -> {
            List<Draw> purses = available.getOrDefault(payout.contributorId(), List.of());
            List<Draw> draws = Draw.on(purses, payout.micros());
            if (!accountStands) {
                payouts.add(payout.leftOut(ACCOUNT_CHANGED));
            } else if (Draw.sum(draws) < payout.micros()) {
                payouts.add(payout.leftOut(BALANCE_TOO_LOW));
            } else {
                payouts.add(payout.reserved(draws));
                draws.forEach(draw -> movements.add(new PayoutMovement.Reserved(
                        payout.id(), payout.contributorId(), draw, currency)));
            }
        });
        return movements.isEmpty()
                ? Decision.reject(Rejection.NOBODY_TO_PAY)
                : Decision.accept(new Settled(payouts, movements));
    }

    /** Nothing had happened to what was only prepared; what was reserved is available again. */
    public Settled cancel(String currency, List<Payout> ofRun) {
        List<Payout> payouts = new ArrayList<>();
        List<PayoutMovement> movements = new ArrayList<>();
        for (Payout payout : ofRun) {
            if (payout.state() == Payout.State.PREPARED) {
                payouts.add(payout.cancelled());
            } else if (payout.state() == Payout.State.RESERVED) {
                payouts.add(payout.cancelled());
                payout.draws()
                        .forEach(draw -> movements.add(new PayoutMovement.Returned(
                                payout.id(),
                                payout.contributorId(),
                                draw,
                                currency,
                                false,
                                CANCELLED,
                                null)));
            }
        }
        return new Settled(payouts, movements);
    }
}
