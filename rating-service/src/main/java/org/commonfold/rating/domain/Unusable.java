package org.commonfold.rating.domain;

/** Why a record of the log is skipped: it is none that a service should have written. */
public enum Unusable {
    UNREADABLE,
    UNKNOWN_COMMONS,
    UNKNOWN_CONTRIBUTION,
    UNKNOWN_CHARTER_VERSION,
    SCORES_OUT_OF_CHARTER,
    NOT_RATED,
    KNOWN_ALREADY
}
