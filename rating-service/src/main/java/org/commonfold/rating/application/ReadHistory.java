package org.commonfold.rating.application;

import static org.commonfold.rating.domain.Rejection.NOT_THE_RATER;
import static org.commonfold.rating.domain.Rejection.UNKNOWN_CONTRIBUTION;
import static org.commonfold.rating.domain.Rejection.UNKNOWN_RATING;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.Person;
import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.Reader;

import java.util.List;

/** Tells a rater, and the stewards, all that the rater has said of a contribution. */
@ApplicationScoped
public class ReadHistory {

    private final Contributions contributions;
    private final Stewardship stewardship;
    private final Ratings ratings;

    ReadHistory(Contributions contributions, Stewardship stewardship, Ratings ratings) {
        this.contributions = contributions;
        this.stewardship = stewardship;
        this.ratings = ratings;
    }

    /**
     * The versions after one, the first of all being 1; refused when there was never any.
     *
     * @param after 0 to begin at the first
     */
    public Uni<Decision<List<Rating>>> read(Person who, RatingOf rating, int after, int countMax) {
        return contributions
                .find(rating.contributionId())
                .chain(found -> found.map(one -> stewardship
                                .reader(who, one.commonsId())
                                .chain(reader -> read(reader, rating, after, countMax)))
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_CONTRIBUTION))));
    }

    private Uni<Decision<List<Rating>>> read(
            Reader reader, RatingOf rating, int after, int countMax) {
        if (!reader.seesHistoryOf(rating.raterId())) {
            return Uni.createFrom().item(Decision.reject(NOT_THE_RATER));
        }
        return ratings.history(rating.contributionId(), rating.raterId(), after, countMax)
                .map(versions -> versions.isEmpty() && after == 0
                        ? Decision.reject(UNKNOWN_RATING)
                        : Decision.accept(versions));
    }
}
