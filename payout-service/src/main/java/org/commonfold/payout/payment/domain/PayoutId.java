package org.commonfold.payout.payment.domain;

import java.util.UUID;

/** Money leaving for one contributor's bank account. */
public record PayoutId(UUID value) {

    /** The end-to-end id, by which the bank and the payee know it: 32 characters of 35. */
    public String endToEndId() {
        return value.toString().replace("-", "");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
