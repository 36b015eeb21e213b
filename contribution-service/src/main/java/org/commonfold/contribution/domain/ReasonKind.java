package org.commonfold.contribution.domain;

/** What can speak for a need: competence more than affinity, what was shown more than said. */
public enum ReasonKind {
    PROVEN_SKILL(5),
    DECLARED_SKILL(3),
    COMMONS(2),
    CO_AUTHOR(2),
    KIND(1);

    private final int points;

    ReasonKind(int points) {
        this.points = points;
    }

    /** For each match. */
    public int points() {
        return points;
    }
}
