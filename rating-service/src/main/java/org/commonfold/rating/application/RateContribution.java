package org.commonfold.rating.application;

import static org.commonfold.rating.domain.Rejection.UNKNOWN_CONTRIBUTION;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.rating.domain.Circumstances;
import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.PeerRating;
import org.commonfold.rating.domain.Proposal;
import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.RatingEvent;
import org.commonfold.rating.domain.RatingId;

import java.time.Clock;
import java.util.Objects;

/** Rates a contribution, or revises the rating of it. */
@ApplicationScoped
public class RateContribution {

    private final PeerRating peerRating = new PeerRating();
    private final Ratings ratings;
    private final CommonsLog log;
    private final Ids ids;
    private final Clock clock;

    RateContribution(Ratings ratings, CommonsLog log, Ids ids, Clock clock) {
        this.ratings = ratings;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Decision<Outcome>> rate(Proposal proposal) {
        return ratings.circumstancesOf(proposal.contributionId(), proposal.raterId())
                .chain(found -> found.map(now -> rate(proposal, now))
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_CONTRIBUTION))));
    }

    private Uni<Decision<Outcome>> rate(Proposal proposal, Circumstances now) {
        RatingId newId = new RatingId(ids.next());
        return record(proposal, now, peerRating.decide(proposal, now, newId, clock.instant()));
    }

    private Uni<Decision<Outcome>> record(
            Proposal proposal, Circumstances now, Decision<RatingEvent.Rated> decision) {
        return decision.fold(
                rated -> record(now, rated),
                () -> comment(now.current().orElseThrow(), proposal.comment()),
                reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    /** Neither waits for the other: they go to the database together. */
    private Uni<Decision<Outcome>> record(Circumstances now, RatingEvent.Rated rated) {
        Rating rating = rated.rating();
        return Uni.join()
                .all(ratings.save(rating), log.record(rated, rating.eventCount() - 1))
                .andFailFast()
                .replaceWith(Decision.accept(new Outcome(rating, now.current().isEmpty())));
    }

    private Uni<Decision<Outcome>> comment(Rating rating, String comment) {
        if (Objects.equals(rating.comment(), comment)) {
            return Uni.createFrom().item(Decision.accept(new Outcome(rating, false)));
        }
        Rating commented = rating.commented(comment);
        return ratings.save(commented).replaceWith(Decision.accept(new Outcome(commented, false)));
    }
}
