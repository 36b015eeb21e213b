package org.commonfold.rating.domain;

import java.time.Instant;

/**
 * One peer's rating of one contribution. There is one at most; it is revised or retracted by the
 * peer, and goes on under its id when the peer rates again.
 *
 * @param comment for who wrote it and the stewards; never leaves this service; or null
 * @param charterVersion the charter that the peer rated by
 * @param revision 1 at first, one more for each opinion that the log learns
 * @param version 1 at first, one more for each opinion and each other comment
 * @param ratedAt when the opinion was given
 * @param retractedAt when it was retracted, or null
 * @param eventCount how many events it has had
 */
public record Rating(
        RatingId id,
        ContributionId contributionId,
        CommonsId commonsId,
        ContributorId raterId,
        Opinion opinion,
        String comment,
        int charterVersion,
        int revision,
        int version,
        Instant ratedAt,
        Instant retractedAt,
        long eventCount) {

    public boolean isRetracted() {
        return retractedAt != null;
    }

    public boolean isBy(ContributorId who) {
        return raterId.equals(who);
    }

    boolean says(Opinion other, Charter charter) {
        return opinion.equals(other) && charterVersion == charter.version();
    }

    /** The same opinion with another comment. No event: a comment is nobody else's business. */
    public Rating commented(String other) {
        return new Rating(
                id,
                contributionId,
                commonsId,
                raterId,
                opinion,
                other,
                charterVersion,
                revision,
                version + 1,
                ratedAt,
                retractedAt,
                eventCount);
    }

    /** The comment goes with it, and so do those of former versions, where they are kept. */
    Rating retracted(Instant at) {
        return new Rating(
                id,
                contributionId,
                commonsId,
                raterId,
                opinion,
                null,
                charterVersion,
                revision,
                version,
                ratedAt,
                at,
                eventCount + 1);
    }
}
