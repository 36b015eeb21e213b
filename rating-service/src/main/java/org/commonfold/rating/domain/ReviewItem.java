package org.commonfold.rating.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * A work that someone might rate.
 *
 * @param title or null where the log does not tell
 * @param kind or null where the log does not tell
 * @param count of the current ratings by peers who are not its authors
 */
public record ReviewItem(ContributionId contributionId, String title, String kind, int count) {

    /** Why it needs the rating of someone with this field; at least one reason. */
    public List<Reason> reasons(int quorum, Field field) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(
                count < quorum ? Reason.belowQuorum(count, quorum) : Reason.anotherVoice(count));
        field.reasonFor(kind).ifPresent(reasons::add);
        return reasons;
    }
}
