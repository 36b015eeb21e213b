package org.commonfold.rating.messaging;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.Criterion;
import org.commonfold.rating.domain.Raters;

import java.util.List;

/**
 * A charter with all its numbers, used here or not: one out of its range (DOMAIN.md, "The charter")
 * is rejected by the fold, and counting it would give all later versions another number here.
 */
record CharterV1(
        List<CriterionV1> criteria,
        Integer quorum,
        Integer referencePoints,
        Integer priorPerMille,
        Integer levellingRatings,
        Integer pairCapBasisPoints,
        Integer pairAllowanceRatings,
        Integer treasuryBasisPoints,
        JsonNode raters) {

    /** As version 1; its number is counted by who knows the ones before. */
    Charter toCharter() {
        Fields.inRange("referencePoints", referencePoints, 1, 100_000_000);
        Fields.inRange("priorPerMille", priorPerMille, 0, 100_000);
        Fields.inRange("levellingRatings", levellingRatings, 0, 1_000);
        Fields.inRange("pairCapBasisPoints", pairCapBasisPoints, 1, 10_000);
        Fields.inRange("pairAllowanceRatings", pairAllowanceRatings, 0, 1_000);
        Fields.inRange("treasuryBasisPoints", treasuryBasisPoints, 0, 10_000);
        Fields.inRange("criteria", Fields.present("criteria", criteria).size(), 1, 8);
        List<Criterion> rubric = criteria.stream()
                .map(one -> Fields.present("criterion", one).toCriterion())
                .toList();
        long names = rubric.stream().map(Criterion::name).distinct().count();
        Fields.inRange("different names", (int) names, rubric.size(), rubric.size());
        return new Charter(
                1,
                rubric,
                Fields.inRange("quorum", quorum, 1, 100),
                referencePoints,
                levellingRatings,
                whoMayRate());
    }

    /** The narrower rule when it says nothing we know. */
    private Raters whoMayRate() {
        boolean anyone = raters != null && "anyone".equals(raters.textValue());
        return anyone ? Raters.ANYONE : Raters.CONTRIBUTORS;
    }
}
