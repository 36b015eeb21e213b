package org.commonfold.rating.domain;

/** Why a command was refused. */
public enum Rejection {
    UNKNOWN_COMMONS,
    UNKNOWN_CONTRIBUTION,
    UNKNOWN_RATING,
    CONTRIBUTION_WITHDRAWN,
    SELF_RATING,
    NOT_A_RATER,
    NOT_THE_CRITERIA,
    SCORE_OUT_OF_RANGE,
    VERSION_MISMATCH,
    NOT_A_STEWARD,
    NOT_THE_RATER
}
