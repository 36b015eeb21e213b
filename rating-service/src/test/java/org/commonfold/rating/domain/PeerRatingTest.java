package org.commonfold.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.rating.domain.Examples.ADA;
import static org.commonfold.rating.domain.Examples.BOB;
import static org.commonfold.rating.domain.Examples.NEW_ID;
import static org.commonfold.rating.domain.Examples.NOON;
import static org.commonfold.rating.domain.Examples.after;
import static org.commonfold.rating.domain.Examples.by;
import static org.commonfold.rating.domain.Examples.charter;
import static org.commonfold.rating.domain.Examples.opinion;
import static org.commonfold.rating.domain.Examples.proposal;
import static org.commonfold.rating.domain.Examples.ratedByBob;
import static org.commonfold.rating.domain.Examples.ratingOf;
import static org.commonfold.rating.domain.Examples.unrated;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

@DisplayName("Rating a contribution")
class PeerRatingTest {

    private final PeerRating peerRating = new PeerRating();

    private Decision<RatingEvent.Rated> decide(Proposal proposal, Circumstances now) {
        return peerRating.decide(proposal, now, NEW_ID, NOON);
    }

    @Test
    void is_recorded_by_the_charter_in_force() {
        Rating rating = ratingOf(decide(proposal(BOB, opinion(4, -1)), unrated()));

        assertThat(rating.id()).isEqualTo(NEW_ID);
        assertThat(rating.raterId()).isEqualTo(BOB);
        assertThat(rating.opinion()).isEqualTo(opinion(4, -1));
        assertThat(rating.charterVersion()).isEqualTo(1);
        assertThat(rating.revision()).isEqualTo(1);
        assertThat(rating.ratedAt()).isEqualTo(NOON);
        assertThat(rating.eventCount()).isEqualTo(1);
    }

    @Test
    void is_refused_to_its_author() {
        assertThat(decide(proposal(ADA, opinion(5, 0)), unrated()))
                .isEqualTo(Decision.reject(Rejection.SELF_RATING));
    }

    @Test
    void is_refused_to_its_author_even_where_anyone_may_rate() {
        Circumstances open =
                new Circumstances(by(BOB, ADA), charter(1, Raters.ANYONE), false, Optional.empty());

        assertThat(decide(proposal(ADA, opinion(5, 0)), open))
                .isEqualTo(Decision.reject(Rejection.SELF_RATING));
    }

    @Test
    void that_was_withdrawn_is_refused() {
        Circumstances late = new Circumstances(
                by(ADA).withdrawn(), charter(1, Raters.ANYONE), true, Optional.empty());

        assertThat(decide(proposal(BOB, opinion(4, 0)), late))
                .isEqualTo(Decision.reject(Rejection.CONTRIBUTION_WITHDRAWN));
    }

    @Test
    void is_refused_to_who_has_not_published_where_only_contributors_may() {
        Circumstances stranger = new Circumstances(
                by(ADA), charter(1, Raters.CONTRIBUTORS), false, Optional.empty());

        assertThat(decide(proposal(BOB, opinion(4, 0)), stranger))
                .isEqualTo(Decision.reject(Rejection.NOT_A_RATER));
    }

    @Test
    void is_open_to_who_has_not_published_where_anyone_may() {
        Circumstances open =
                new Circumstances(by(ADA), charter(1, Raters.ANYONE), false, Optional.empty());

        assertThat(decide(proposal(BOB, opinion(4, 0)), open))
                .isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"1, -2", "1, 0", "5, -2", "5, 0"})
    void takes_every_score_at_its_limits(int quality, int risk) {
        assertThat(decide(proposal(BOB, opinion(quality, risk)), unrated()))
                .isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "6, 0", "3, -3", "3, 1"})
    void refuses_a_score_one_past_its_limits(int quality, int risk) {
        assertThat(decide(proposal(BOB, opinion(quality, risk)), unrated()))
                .isEqualTo(Decision.reject(Rejection.SCORE_OUT_OF_RANGE));
    }

    @Test
    void refuses_a_missing_criterion() {
        Opinion half = new Opinion(Map.of("quality", 4), null);

        assertThat(decide(proposal(BOB, half), unrated()))
                .isEqualTo(Decision.reject(Rejection.NOT_THE_CRITERIA));
    }

    @Test
    void refuses_a_criterion_the_charter_has_not() {
        Opinion more = new Opinion(Map.of("quality", 4, "risk", 0, "beauty", 1), null);

        assertThat(decide(proposal(BOB, more), unrated()))
                .isEqualTo(Decision.reject(Rejection.NOT_THE_CRITERIA));
    }

    @Test
    void again_revises_the_rating() {
        Rating former = ratedByBob(opinion(4, -1));
        RatingId unused = new RatingId(new UUID(9, 9));

        Rating revised = ratingOf(peerRating.decide(
                proposal(BOB, opinion(2, -1)), after(former), unused, NOON.plusSeconds(60)));

        assertThat(revised.id()).isEqualTo(former.id());
        assertThat(revised.revision()).isEqualTo(2);
        assertThat(revised.eventCount()).isEqualTo(2);
        assertThat(revised.opinion()).isEqualTo(opinion(2, -1));
    }

    @Test
    void again_with_the_same_opinion_records_nothing_new() {
        Rating former = ratedByBob(opinion(4, -1));

        assertThat(decide(proposal(BOB, opinion(4, -1)), after(former)))
                .isEqualTo(Decision.nothingNew());
    }

    @Test
    void again_with_another_confidence_revises_it() {
        Rating former = ratedByBob(opinion(4, -1));
        Opinion surer = new Opinion(former.opinion().scores(), 5);

        assertThat(ratingOf(decide(proposal(BOB, surer), after(former))).revision())
                .isEqualTo(2);
    }

    @Test
    void again_with_the_same_opinion_under_another_charter_revises_it() {
        Rating former = ratedByBob(opinion(4, -1));
        Circumstances amended = new Circumstances(
                by(ADA), charter(2, Raters.CONTRIBUTORS), true, Optional.of(former));

        Rating revised = ratingOf(decide(proposal(BOB, opinion(4, -1)), amended));

        assertThat(revised.charterVersion()).isEqualTo(2);
        assertThat(revised.revision()).isEqualTo(2);
    }

    @Test
    void after_a_retraction_goes_on_under_the_same_id() {
        Rating retracted = ratedByBob(opinion(4, -1)).retracted(NOON);

        Rating anew = ratingOf(decide(proposal(BOB, opinion(4, -1)), after(retracted)));

        assertThat(anew.isRetracted()).isFalse();
        assertThat(anew.id()).isEqualTo(retracted.id());
        assertThat(anew.revision()).isEqualTo(2);
        assertThat(anew.eventCount()).isEqualTo(3);
    }

    @Test
    void is_refused_when_the_peer_has_seen_another_revision() {
        Rating former = ratedByBob(opinion(4, -1));
        LongPredicate other = version -> version == 2;

        assertThat(decide(proposal(BOB, opinion(2, 0), other), after(former)))
                .isEqualTo(Decision.reject(Rejection.VERSION_MISMATCH));
    }

    @Test
    void is_accepted_when_the_peer_has_seen_this_revision() {
        Rating former = ratedByBob(opinion(4, -1));
        LongPredicate current = version -> version == 1;

        assertThat(decide(proposal(BOB, opinion(2, 0), current), after(former)))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void for_the_first_time_is_refused_when_a_rating_was_expected() {
        LongPredicate existing = version -> version > 0;

        assertThat(decide(proposal(BOB, opinion(2, 0), existing), unrated()))
                .isEqualTo(Decision.reject(Rejection.VERSION_MISMATCH));
    }
}
