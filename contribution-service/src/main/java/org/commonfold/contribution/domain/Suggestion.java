package org.commonfold.contribution.domain;

import java.util.List;

/** A need for someone, and why. */
public record Suggestion(Need need, List<Reason> reasons) {

    public Suggestion {
        reasons = List.copyOf(reasons);
    }

    /** The points of all reasons in sum. */
    public int score() {
        return reasons.stream().mapToInt(Reason::points).sum();
    }
}
