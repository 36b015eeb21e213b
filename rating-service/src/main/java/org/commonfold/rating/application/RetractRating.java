package org.commonfold.rating.application;

import static org.commonfold.rating.domain.Rejection.UNKNOWN_CONTRIBUTION;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.RatingEvent;
import org.commonfold.rating.domain.Retraction;

import java.time.Clock;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Retracts a rating: the contribution is as if the peer had not rated it. */
@ApplicationScoped
public class RetractRating {

    private final Retraction retraction = new Retraction();
    private final Contributions contributions;
    private final Ratings ratings;
    private final CommonsLog log;
    private final Clock clock;

    RetractRating(Contributions contributions, Ratings ratings, CommonsLog log, Clock clock) {
        this.contributions = contributions;
        this.ratings = ratings;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Decision<Rating>> retract(
            ContributionId id, ContributorId who, LongPredicate expected) {
        return contributions.find(id).chain(found -> retract(found, who, expected));
    }

    private Uni<Decision<Rating>> retract(
            Optional<Contribution> found, ContributorId who, LongPredicate expected) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Decision.reject(UNKNOWN_CONTRIBUTION));
        }
        return ratings.findForChange(found.get().id(), who)
                .chain(former ->
                        record(former, retraction.decide(former, expected, clock.instant())));
    }

    private Uni<Decision<Rating>> record(
            Optional<Rating> former, Decision<RatingEvent.Retracted> decision) {
        return decision.fold(
                retracted -> record(former.orElseThrow(), retracted),
                () -> Uni.createFrom().item(Decision.nothingNew()),
                reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    private Uni<Decision<Rating>> record(Rating rating, RatingEvent.Retracted retracted) {
        Rating after = retracted.applyTo(rating);
        return ratings.save(after)
                .chain(() -> log.record(retracted, rating.eventCount()))
                .replaceWith(Decision.accept(after));
    }
}
