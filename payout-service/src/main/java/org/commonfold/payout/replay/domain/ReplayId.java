package org.commonfold.payout.replay.domain;

import java.util.UUID;

/** One comparison of the ledger with the log. */
public record ReplayId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
