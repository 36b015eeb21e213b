package org.commonfold.payout.fold.domain;

import java.util.List;
import java.util.Map;

/**
 * The parameters of the value equation that a commons adopted (DOMAIN.md, "The charter"). Who may
 * rate is not the fold's business.
 */
public record Charter(
        List<Criterion> criteria,
        int quorum,
        int referencePoints,
        int priorPerMille,
        int levellingRatings,
        int pairCapBasisPoints,
        int pairAllowanceRatings,
        int treasuryBasisPoints) {

    static final Range CRITERIA_COUNT = new Range(1, 8);
    static final Range QUORUM = new Range(1, 100);
    static final Range REFERENCE_POINTS = new Range(1, 100_000_000);
    static final Range PRIOR_PER_MILLE = new Range(0, 100_000);
    static final Range LEVELLING_RATINGS = new Range(0, 1_000);
    static final Range PAIR_CAP_BASIS_POINTS = new Range(1, 10_000);
    static final Range PAIR_ALLOWANCE_RATINGS = new Range(0, 1_000);
    static final Range TREASURY_BASIS_POINTS = new Range(0, 10_000);

    public Charter {
        criteria = List.copyOf(criteria);
    }

    /** Whether all numbers are in their ranges, no points fall, no criterion is there twice. */
    public boolean isWithinRanges() {
        return CRITERIA_COUNT.holds(criteria.size())
                && criteria.stream().allMatch(Criterion::isWithinRanges)
                && criteria.stream().map(Criterion::name).distinct().count() == criteria.size()
                && QUORUM.holds(quorum)
                && REFERENCE_POINTS.holds(referencePoints)
                && PRIOR_PER_MILLE.holds(priorPerMille)
                && LEVELLING_RATINGS.holds(levellingRatings)
                && PAIR_CAP_BASIS_POINTS.holds(pairCapBasisPoints)
                && PAIR_ALLOWANCE_RATINGS.holds(pairAllowanceRatings)
                && TREASURY_BASIS_POINTS.holds(treasuryBasisPoints);
    }

    /** Whether these are scores of exactly its criteria, each one that has points. */
    public boolean allows(Map<String, Long> scores) {
        return Scores.fit(this, scores);
    }
}
