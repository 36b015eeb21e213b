package org.commonfold.contribution.domain;

import java.util.List;

/**
 * Why a need is suggested to someone.
 *
 * @param matched what of the need it is about, in order: skills, a kind or ids
 */
public record Reason(ReasonKind kind, List<String> matched) {

    public Reason {
        matched = List.copyOf(matched);
    }

    /** The same for each match. */
    public int points() {
        return kind.points() * matched.size();
    }
}
