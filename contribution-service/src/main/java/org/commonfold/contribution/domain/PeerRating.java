package org.commonfold.contribution.domain;

import java.util.Map;
import java.util.Optional;

/** What the log tells of the ratings of a contribution. */
public sealed interface PeerRating {

    /**
     * A peer rated, first or again.
     *
     * @param charterVersion the one the peer saw; when absent, the one in force
     */
    record Given(
            CommonsId commonsId,
            ContributionId contributionId,
            ContributorId raterId,
            Optional<Integer> charterVersion,
            Map<String, Integer> scores)
            implements PeerRating {

        public Given {
            scores = Map.copyOf(scores);
        }
    }

    /** A peer took their rating back. */
    record Retracted(ContributionId contributionId, ContributorId raterId) implements PeerRating {}
}
