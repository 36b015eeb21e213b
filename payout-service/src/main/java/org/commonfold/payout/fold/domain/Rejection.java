package org.commonfold.payout.fold.domain;

import java.util.Locale;

/** Why a record is none that a service should have written (DOMAIN.md, "What the fold rejects"). */
public enum Rejection {
    UNREADABLE,
    KEY_IS_NOT_THE_COMMONS,
    UNKNOWN_COMMONS,
    FOUNDED_BEFORE,
    CHARTER_OUT_OF_RANGE,
    UNKNOWN_CONTRIBUTION,
    PUBLISHED_BEFORE,
    NO_AUTHOR,
    AUTHOR_TWICE,
    SHARE_OUT_OF_RANGE,
    DERIVATION_TWICE,
    BASIS_POINTS_OUT_OF_RANGE,
    UNKNOWN_CHARTER_VERSION,
    SCORES_OUT_OF_CHARTER,
    CONFIDENCE_OUT_OF_RANGE,
    NOT_RATED,
    DECLARED_BEFORE,
    AMOUNT_NOT_VALID,
    USAGE_TWICE,
    USAGE_WEIGHT_OUT_OF_RANGE,
    UNKNOWN_REVENUE,
    ANOTHER_CURRENCY,
    BEYOND_WHAT_IS_OWED,
    REVENUE_VOIDED;

    /** As the header of the rejected record says it: {@code unknown-commons}. */
    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
