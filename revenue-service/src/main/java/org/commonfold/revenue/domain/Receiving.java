package org.commonfold.revenue.domain;

import java.util.Optional;

/** The rules of confirming that money arrived. Pure: no clock, no repository, no framework. */
public final class Receiving {

    /**
     * @param former the receipt of this revenue that was confirmed under this reference before, if
     *     any
     */
    public Decision<RevenueEvent.Received> decide(
            Revenue revenue, Receipt proposed, Optional<Receipt> former) {
        if (former.isPresent()) {
            // Also when the revenue was voided meanwhile: that receipt stands.
            return former.get().saysTheSameAs(proposed)
                    ? Decision.nothingNew()
                    : Decision.reject(Rejection.REFERENCE_REUSED);
        }
        if (revenue.isVoided()) {
            return Decision.reject(Rejection.REVENUE_VOIDED);
        }
        if (!proposed.amount().isSameCurrencyAs(revenue.amount())) {
            return Decision.reject(Rejection.ANOTHER_CURRENCY);
        }
        // Its declaration is an event too.
        if (revenue.eventCount() > Receipt.COUNT_MAX) {
            return Decision.reject(Rejection.TOO_MANY_RECEIPTS);
        }
        if (proposed.amount().micros() > revenue.owedMicros()) {
            return Decision.reject(Rejection.RECEIPT_EXCEEDS_DEBT);
        }
        return Decision.accept(new RevenueEvent.Received(proposed, revenue.commonsId()));
    }
}
