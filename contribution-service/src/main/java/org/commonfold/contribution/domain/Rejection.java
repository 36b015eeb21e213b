package org.commonfold.contribution.domain;

/** Why a command was refused. */
public enum Rejection {
    UNKNOWN_COMMONS,
    UNKNOWN_CONTRIBUTION,
    UNSOUND_CHARTER,
    NOT_AN_AUTHOR,
    AUTHOR_TWICE,
    UPSTREAM_TWICE,
    UPSTREAM_UNKNOWN,
    UPSTREAM_IN_ANOTHER_COMMONS,
    TOO_MANY_BASIS_POINTS
}
