package org.commonfold.contribution.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /**
     * Whether scores speak well of a work: they earn at least half of the points there are, and
     * some.
     *
     * @return empty where they are not scores by exactly these criteria
     */
    public Optional<Boolean> isFavourable(Map<String, Integer> scores) {
        Set<String> names = criteria.stream().map(Criterion::name).collect(Collectors.toSet());
        if (!names.equals(scores.keySet())
                || !criteria.stream().allMatch(one -> one.admits(scores.get(one.name())))) {
            return Optional.empty();
        }
        long earned =
                criteria.stream().mapToLong(c -> c.earned(scores.get(c.name()))).sum();
        long most = criteria.stream().mapToLong(Criterion::most).sum();
        return Optional.of(earned > 0 && 2 * earned >= most);
    }
}
