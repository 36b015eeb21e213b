package org.commonfold.rating.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;

/** The people, works and opinions of the tests. */
final class Examples {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final CommonsId LAB = new CommonsId(new UUID(1, 1));
    static final ContributionId ROTOR = new ContributionId(new UUID(2, 1));
    static final RatingId NEW_ID = new RatingId(new UUID(3, 1));
    static final ContributorId ADA = new ContributorId("ada");
    static final ContributorId BOB = new ContributorId("bob");

    /** Quality from 1 to 5, risk from −2 to 0. */
    static final List<Criterion> RUBRIC = List.of(
            new Criterion("quality", 2, 1, List.of(0, 1, 2, 3, 5)),
            new Criterion("risk", 3, -2, List.of(0, 2, 8)));

    private Examples() {}

    static Charter charter(int version, Raters raters) {
        return new Charter(version, RUBRIC, 2, 13, 5, raters);
    }

    static Contribution by(ContributorId... authors) {
        return new Contribution(ROTOR, LAB, "Rotor", "design", Set.of(authors), false);
    }

    static Opinion opinion(int quality, int risk) {
        return new Opinion(Map.of("quality", quality, "risk", risk), null);
    }

    static Proposal proposal(ContributorId rater, Opinion opinion) {
        return proposal(rater, opinion, any -> true);
    }

    static Proposal proposal(ContributorId rater, Opinion opinion, LongPredicate expected) {
        return new Proposal(ROTOR, rater, opinion, "to myself", expected);
    }

    /** Work by Ada; Bob has published here too; the charter is version 1. */
    static Circumstances unrated() {
        return new Circumstances(by(ADA), charter(1, Raters.CONTRIBUTORS), true, Optional.empty());
    }

    static Circumstances after(Rating former) {
        return new Circumstances(
                by(ADA), charter(1, Raters.CONTRIBUTORS), true, Optional.of(former));
    }

    static Rating ratingOf(Decision<RatingEvent.Rated> decision) {
        return decision.fold(
                RatingEvent.Rated::rating,
                () -> {
                    throw new AssertionError("Nothing new");
                },
                reason -> {
                    throw new AssertionError(reason);
                });
    }

    static Rating ratedByBob(Opinion opinion) {
        return ratingOf(new PeerRating().decide(proposal(BOB, opinion), unrated(), NEW_ID, NOON));
    }
}
