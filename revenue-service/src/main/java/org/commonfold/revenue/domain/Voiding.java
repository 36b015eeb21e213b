package org.commonfold.revenue.domain;

import java.time.Instant;

/** The rules of voiding. Pure: no clock, no repository, no framework. */
public final class Voiding {

    /**
     * @param by whoever asks for it
     * @param reason or null
     */
    public Decision<RevenueEvent.Voided> decide(
            Revenue revenue, String by, String reason, Instant now) {
        if (revenue.isVoided()) {
            // The same request again, after a lost response: nothing new to record.
            return Decision.nothingNew();
        }
        if (revenue.isReceived()) {
            // Nothing is owed, so there is nothing to take back.
            return Decision.reject(Rejection.REVENUE_RECEIVED);
        }
        return Decision.accept(
                new RevenueEvent.Voided(revenue.id(), revenue.commonsId(), now, by, reason));
    }
}
