package org.commonfold.local;

import java.util.Locale;

/** The four services. */
enum Service {
    CONTRIBUTION,
    RATING,
    REVENUE,
    PAYOUT;

    /** {@code rating-service}: its module, its log. */
    String module() {
        return database() + "-service";
    }

    /** {@code rating}: its database and its user there. */
    String database() {
        return name().toLowerCase(Locale.ROOT);
    }
}
