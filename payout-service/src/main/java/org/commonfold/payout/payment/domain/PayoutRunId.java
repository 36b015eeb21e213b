package org.commonfold.payout.payment.domain;

import java.util.UUID;

/** A batch of payouts. */
public record PayoutRunId(UUID value) {

    /** As the bank sees it: at most 35 characters, without the hyphens. */
    public String reference() {
        return value.toString().replace("-", "");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
