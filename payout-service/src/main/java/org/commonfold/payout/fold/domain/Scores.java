package org.commonfold.payout.fold.domain;

import java.util.Map;

/** What the scores of a rating must be like. */
final class Scores {

    static final Range CONFIDENCE = new Range(1, 5);

    private Scores() {}

    /** Exactly the charter's criteria, each score one that has points. */
    static boolean fit(Charter charter, Map<String, Long> scores) {
        if (scores.size() != charter.criteria().size()) {
            return false;
        }
        for (Criterion criterion : charter.criteria()) {
            Long score = scores.get(criterion.name());
            if (score == null || !criterion.allows(score)) {
                return false;
            }
        }
        return true;
    }
}
