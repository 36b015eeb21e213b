package org.commonfold.rating.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.rating.domain.Examples.BOB;
import static org.commonfold.rating.domain.Examples.LAB;
import static org.commonfold.rating.domain.Examples.NEW_ID;
import static org.commonfold.rating.domain.Examples.NOON;
import static org.commonfold.rating.domain.Examples.ROTOR;
import static org.commonfold.rating.domain.Examples.opinion;
import static org.commonfold.rating.domain.Examples.ratedByBob;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.function.LongPredicate;

@DisplayName("Retracting a rating")
class RetractionTest {

    private final Retraction retraction = new Retraction();
    private final Rating rating = ratedByBob(opinion(4, -1));

    @Test
    void is_recorded() {
        assertThat(retraction.decide(Optional.of(rating), any -> true, NOON))
                .isEqualTo(
                        Decision.accept(new RatingEvent.Retracted(NEW_ID, LAB, ROTOR, BOB, NOON)));
    }

    @Test
    void takes_the_comment_with_it() {
        Rating after = new RatingEvent.Retracted(NEW_ID, LAB, ROTOR, BOB, NOON).applyTo(rating);

        assertThat(after.isRetracted()).isTrue();
        assertThat(after.comment()).isNull();
        assertThat(after.eventCount()).isEqualTo(2);
    }

    @Test
    void that_is_not_there_is_refused() {
        assertThat(retraction.decide(Optional.empty(), any -> true, NOON))
                .isEqualTo(Decision.reject(Rejection.UNKNOWN_RATING));
    }

    @Test
    void twice_is_refused_the_second_time() {
        Optional<Rating> retracted = Optional.of(rating.retracted(NOON));

        assertThat(retraction.decide(retracted, any -> true, NOON))
                .isEqualTo(Decision.reject(Rejection.UNKNOWN_RATING));
    }

    @Test
    void is_refused_when_the_peer_has_seen_another_revision() {
        LongPredicate other = version -> version == 7;

        assertThat(retraction.decide(Optional.of(rating), other, NOON))
                .isEqualTo(Decision.reject(Rejection.VERSION_MISMATCH));
    }
}
