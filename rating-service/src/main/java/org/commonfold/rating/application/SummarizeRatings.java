package org.commonfold.rating.application;

import static org.commonfold.rating.domain.Rejection.UNKNOWN_CONTRIBUTION;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.CurrentRating;
import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.RatingSummary;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells in short what peers think of a contribution, as far as the log has been read. */
@ApplicationScoped
public class SummarizeRatings {

    private final Commonses commonses;
    private final Contributions contributions;
    private final Ratings ratings;

    SummarizeRatings(Commonses commonses, Contributions contributions, Ratings ratings) {
        this.commonses = commonses;
        this.contributions = contributions;
        this.ratings = ratings;
    }

    public Uni<Decision<RatingSummary>> summarize(ContributionId id) {
        return contributions
                .find(id)
                .chain(found -> found.map(this::summarize)
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_CONTRIBUTION))));
    }

    private Uni<Decision<RatingSummary>> summarize(Contribution contribution) {
        return commonses
                .charterOf(contribution.commonsId())
                .map(charter -> charter.orElseThrow().quorum())
                .chain(quorum -> ratings.counting(contribution.id())
                        .chain(counting -> chartersOf(contribution, counting)
                                .map(charters -> Decision.accept(RatingSummary.of(
                                        contribution, quorum, charters, counting)))));
    }

    private Uni<Map<Integer, Charter>> chartersOf(
            Contribution contribution, List<CurrentRating> ratings) {
        Set<Integer> versions =
                ratings.stream().map(CurrentRating::charterVersion).collect(Collectors.toSet());
        return commonses.charters(contribution.commonsId(), versions);
    }
}
