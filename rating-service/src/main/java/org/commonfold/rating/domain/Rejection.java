package org.commonfold.rating.domain;

/** Why a command was refused. */
public enum Rejection {
    UNKNOWN_CONTRIBUTION,
    UNKNOWN_RATING,
    CONTRIBUTION_WITHDRAWN,
    SELF_RATING,
    NOT_A_RATER,
    NOT_THE_CRITERIA,
    SCORE_OUT_OF_RANGE,
    REVISION_MISMATCH
}
