package org.commonfold.rating.application;

import static org.commonfold.rating.domain.Rejection.UNKNOWN_CONTRIBUTION;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.Person;

import java.util.Optional;
import java.util.UUID;

/** Tells what peers found a contribution worth; the comments only to whom they are for. */
@ApplicationScoped
public class ReadRatings {

    private final Contributions contributions;
    private final Stewardship stewardship;
    private final Ratings ratings;

    ReadRatings(Contributions contributions, Stewardship stewardship, Ratings ratings) {
        this.contributions = contributions;
        this.stewardship = stewardship;
        this.ratings = ratings;
    }

    public Uni<Decision<ShownRatings>> read(
            Person who, ContributionId id, Optional<UUID> after, int countMax) {
        return contributions
                .find(id)
                .chain(found -> found.map(one -> read(who, one, after, countMax))
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_CONTRIBUTION))));
    }

    private Uni<Decision<ShownRatings>> read(
            Person who, Contribution contribution, Optional<UUID> after, int countMax) {
        return stewardship
                .reader(who, contribution.commonsId())
                .chain(reader -> ratings.list(contribution.id(), after, countMax)
                        .map(rows -> Decision.accept(new ShownRatings(reader, rows))));
    }
}
