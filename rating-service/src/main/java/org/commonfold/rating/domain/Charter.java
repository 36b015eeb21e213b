package org.commonfold.rating.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules of a commons say about rating.
 *
 * @param version 1 for the founding charter, one more for each amendment
 * @param quorum how many peers must have rated a contribution before it has a value
 */
public record Charter(int version, List<Criterion> criteria, int quorum, Raters raters) {

    public Charter {
        criteria = List.copyOf(criteria);
    }

    Charter asVersion(int number) {
        return new Charter(number, criteria, quorum, raters);
    }

    /** Whether someone may rate who belongs to the commons, or does not. */
    boolean lets(boolean raterBelongs) {
        return raterBelongs || raters == Raters.ANYONE;
    }

    /** Why these scores are none by this charter, if so. */
    Optional<Rejection> refusalOf(Map<String, Integer> scores) {
        Set<String> names = criteria.stream().map(Criterion::name).collect(Collectors.toSet());
        if (!scores.keySet().equals(names)) {
            return Optional.of(Rejection.NOT_THE_CRITERIA);
        }
        boolean allInRange = criteria.stream().allMatch(one -> one.allows(scores.get(one.name())));
        return allInRange ? Optional.empty() : Optional.of(Rejection.SCORE_OUT_OF_RANGE);
    }
}
