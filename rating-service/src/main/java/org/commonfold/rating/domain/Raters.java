package org.commonfold.rating.domain;

/** Who may rate in a commons. */
public enum Raters {
    /** Who has published there, or was invited by a steward. */
    CONTRIBUTORS,
    ANYONE
}
