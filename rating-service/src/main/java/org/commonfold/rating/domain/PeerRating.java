package org.commonfold.rating.domain;

import java.time.Instant;
import java.util.Optional;

/** The rules of rating. Pure: no clock, no repository, no framework. */
public final class PeerRating {

    /**
     * @param newId for a first rating; a later one goes on under the id it has
     * @return nothing new when the peer has said just that by this charter already
     */
    public Decision<RatingEvent.Rated> decide(
            Proposal proposal, Circumstances now, RatingId newId, Instant at) {
        Optional<Rejection> refusal = refusalOf(proposal, now);
        if (refusal.isPresent()) {
            return Decision.reject(refusal.get());
        }
        Optional<Rating> current = now.current();
        if (current.isPresent() && current.get().says(proposal.opinion(), now.charter())) {
            return Decision.nothingNew();
        }
        return Decision.accept(new RatingEvent.Rated(rating(proposal, now, newId, at)));
    }

    private static Optional<Rejection> refusalOf(Proposal proposal, Circumstances now) {
        if (now.contribution().isWithdrawn()) {
            return Optional.of(Rejection.CONTRIBUTION_WITHDRAWN);
        }
        if (now.contribution().isAuthoredBy(proposal.raterId())) {
            // No one is paid for rating their own work.
            return Optional.of(Rejection.SELF_RATING);
        }
        if (!now.charter().lets(now.raterBelongs())) {
            return Optional.of(Rejection.NOT_A_RATER);
        }
        if (!proposal.expected().test(now.current().map(Rating::version).orElse(0))) {
            return Optional.of(Rejection.VERSION_MISMATCH);
        }
        return now.charter().refusalOf(proposal.opinion().scores());
    }

    private static Rating rating(Proposal proposal, Circumstances now, RatingId newId, Instant at) {
        return new Rating(
                now.former().map(Rating::id).orElse(newId),
                proposal.contributionId(),
                now.contribution().commonsId(),
                proposal.raterId(),
                proposal.opinion(),
                proposal.comment(),
                now.charter().version(),
                now.former().map(Rating::revision).orElse(0) + 1,
                now.former().map(Rating::version).orElse(0) + 1,
                at,
                null,
                now.former().map(Rating::eventCount).orElse(0L) + 1);
    }
}
