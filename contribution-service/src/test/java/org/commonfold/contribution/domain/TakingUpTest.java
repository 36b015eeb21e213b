package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

@DisplayName("Taking up a need")
class TakingUpTest {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final ContributorId ADA = new ContributorId("ada");
    static final ContributorId BOB = new ContributorId("bob");

    private final TakingUp takingUp = new TakingUp();

    /** Of ada's, in the commons of {@link PublicationTest}'s works. */
    static Need need() {
        CommonsId home = PublicationTest.work(List.of(new Author(ADA, 1))).commonsId();
        NeedTask task = new NeedTask("Calibrate", null, "science", List.of("optics"));
        return Need.proposal(new NeedId(new UUID(0, 1)), home, task, ADA, NOON);
    }

    static Need closed(Need need) {
        return need.closed(new NeedFulfilment(new ContributionId(new UUID(0, 2)), NOON));
    }

    @Test
    void is_for_anyone_and_for_several() {
        Need once = taken(need(), BOB);
        Need twice = taken(once, ADA);

        assertThat(need().state()).isEqualTo(NeedState.OPEN);
        assertThat(once.state()).isEqualTo(NeedState.TAKEN_UP);
        assertThat(twice.takers()).containsExactly(new Taker(BOB, NOON), new Taker(ADA, NOON));
        assertThat(twice.changeCount()).isEqualTo(3);
    }

    private Need taken(Need need, ContributorId who) {
        NeedEvent.TakenUp expected = new NeedEvent.TakenUp(need.id(), need.commonsId(), who, NOON);
        assertThat(takingUp.takeUp(need, who, NOON)).isEqualTo(Decision.accept(expected));
        return expected.applyTo(need);
    }

    @Test
    void once_more_records_nothing_new() {
        assertThat(takingUp.takeUp(need().takenUp(BOB, NOON), BOB, NOON))
                .isEqualTo(Decision.nothingNew());
    }

    @Test
    void that_is_closed_is_refused_even_to_who_has_it_already() {
        Need closed = closed(need().takenUp(BOB, NOON));

        assertThat(closed.state()).isEqualTo(NeedState.CLOSED);
        assertThat(takingUp.takeUp(closed, ADA, NOON))
                .isEqualTo(Decision.reject(Rejection.NEED_CLOSED));
        assertThat(takingUp.takeUp(closed, BOB, NOON))
                .isEqualTo(Decision.reject(Rejection.NEED_CLOSED));
    }

    @Test
    void is_for_a_hundred_at_most() {
        Need almost = takenBy(TakingUp.TAKERS_MAX - 1);
        Need full = taken(almost, BOB);

        assertThat(takingUp.takeUp(full, ADA, NOON))
                .isEqualTo(Decision.reject(Rejection.TOO_MANY_TAKERS));
        assertThat(takingUp.takeUp(full, BOB, NOON)).isEqualTo(Decision.nothingNew());
    }

    private static Need takenBy(int count) {
        List<Taker> takers = IntStream.range(0, count)
                .mapToObj(i -> new Taker(new ContributorId("p" + i), NOON))
                .toList();
        Need open = need();
        return new Need(
                open.id(), open.commonsId(), open.task(), ADA, NOON, takers, null, 1 + count);
    }

    @Test
    void can_be_taken_back_by_who_did() {
        Need both = need().takenUp(BOB, NOON).takenUp(ADA, NOON);
        Need left = both.leftBy(BOB);

        assertThat(takingUp.stepBack(both, BOB)).isEqualTo(Decision.accept(left));
        assertThat(left.takers()).containsExactly(new Taker(ADA, NOON));
        assertThat(left.changeCount()).isEqualTo(4);
        assertThat(takingUp.stepBack(left, BOB)).isEqualTo(Decision.reject(Rejection.NOT_TAKEN_UP));
        assertThat(takingUp.stepBack(closed(both), BOB))
                .isEqualTo(Decision.reject(Rejection.NEED_CLOSED));
    }
}
