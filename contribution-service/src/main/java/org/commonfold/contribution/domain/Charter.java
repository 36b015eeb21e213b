package org.commonfold.contribution.domain;

import java.util.List;

/**
 * The rules a commons adopted: rating rubric and parameters of the value equation. The ranges of
 * the numbers are DOMAIN.md's, checked where a charter comes in.
 */
public record Charter(
        List<Criterion> criteria,
        int quorum,
        int referencePoints,
        int priorPerMille,
        int levellingRatings,
        int pairCapBasisPoints,
        int pairAllowanceRatings,
        int treasuryBasisPoints,
        Raters raters) {

    public Charter {
        criteria = List.copyOf(criteria);
    }

    /** Whether the criteria can be told apart and no better score is worth less. */
    boolean isSound() {
        long names = criteria.stream().map(Criterion::name).distinct().count();
        return names == criteria.size() && criteria.stream().noneMatch(Criterion::pointsFall);
    }
}
