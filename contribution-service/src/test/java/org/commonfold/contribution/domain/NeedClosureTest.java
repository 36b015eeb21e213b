package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.contribution.domain.TakingUpTest.ADA;
import static org.commonfold.contribution.domain.TakingUpTest.BOB;
import static org.commonfold.contribution.domain.TakingUpTest.NOON;
import static org.commonfold.contribution.domain.TakingUpTest.closed;
import static org.commonfold.contribution.domain.TakingUpTest.need;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@DisplayName("Closing a need")
class NeedClosureTest {

    private static final ContributorId SUE = new ContributorId("sue");
    private static final ContributorId EVE = new ContributorId("eve");
    private static final ContributorId WITHOUT_ROLE = new ContributorId("sid");

    private final NeedClosure closure = new NeedClosure();
    private final Contribution work = PublicationTest.work(List.of(new Author(EVE, 1)));
    private final Need need = need().takenUp(BOB, NOON);

    private Decision<NeedEvent.Closed> close(Need theNeed, ContributorId who) {
        return close(theNeed, who, work);
    }

    private Decision<NeedEvent.Closed> close(Need theNeed, ContributorId who, Contribution by) {
        return closure.decide(request(theNeed, who), work.id(), Optional.of(by), NOON);
    }

    private NeedClosure.Request request(Need theNeed, ContributorId who) {
        Commons commons = new Commons(
                work.commonsId(),
                "Lab",
                new Charter(List.of(), 2, 13, 500, 5, 1000, 10, 0, Raters.ANYONE),
                1,
                Set.of(SUE, WITHOUT_ROLE),
                NOON);
        Person person = new Person(who, !who.equals(WITHOUT_ROLE));
        return new NeedClosure.Request(theNeed, commons, person, count -> count == 2);
    }

    @Test
    void is_for_who_opened_it_and_a_steward_whoever_made_the_work() {
        NeedEvent.Closed closed = new NeedEvent.Closed(
                need.id(), need.commonsId(), new NeedFulfilment(work.id(), NOON));

        for (ContributorId who : List.of(ADA, SUE)) {
            assertThat(close(need, who)).isEqualTo(Decision.accept(closed));
        }
        assertThat(closed.applyTo(need).state()).isEqualTo(NeedState.CLOSED);
        assertThat(closed.applyTo(need).changeCount()).isEqualTo(3);
    }

    @Test
    void is_for_who_took_it_up_with_a_work_of_their_own() {
        Contribution theirs = PublicationTest.work(List.of(new Author(BOB, 1)));

        assertThat(close(need, BOB, theirs))
                .isEqualTo(Decision.accept(new NeedEvent.Closed(
                        need.id(), need.commonsId(), new NeedFulfilment(work.id(), NOON))));
        assertThat(close(need, BOB)).isEqualTo(Decision.reject(Rejection.FULFILMENT_NOT_THEIRS));
    }

    @Test
    void is_refused_to_a_steward_whose_token_has_another_role() {
        assertThat(close(need, WITHOUT_ROLE)).isEqualTo(Decision.reject(Rejection.NOT_CONCERNED));
    }

    @Test
    void is_refused_to_others_even_to_the_author_of_the_work() {
        assertThat(close(need, EVE)).isEqualTo(Decision.reject(Rejection.NOT_CONCERNED));
    }

    @Test
    void once_more_with_the_same_work_records_nothing_new_and_with_another_is_refused() {
        Need same = need.closed(new NeedFulfilment(work.id(), NOON));

        assertThat(close(same, ADA)).isEqualTo(Decision.nothingNew());
        assertThat(close(closed(need), ADA)).isEqualTo(Decision.reject(Rejection.NEED_CLOSED));
    }

    @Test
    void that_has_changed_since_it_was_read_is_refused() {
        assertThat(close(need.takenUp(EVE, NOON), ADA))
                .isEqualTo(Decision.reject(Rejection.STALE_VERSION));
    }

    @Test
    void takes_a_live_work_of_the_same_commons() {
        Contribution elsewhere = new Contribution(
                work.id(), new CommonsId(new UUID(9, 9)), work.work(), 1, NOON, null, 1);

        assertThat(with(Optional.empty())).isEqualTo(Rejection.FULFILMENT_UNKNOWN);
        assertThat(with(Optional.of(elsewhere))).isEqualTo(Rejection.FULFILMENT_IN_ANOTHER_COMMONS);
        assertThat(with(Optional.of(work.withdrawn(NOON))))
                .isEqualTo(Rejection.FULFILMENT_WITHDRAWN);
    }

    private Rejection with(Optional<Contribution> found) {
        return closure.decide(request(need, ADA), work.id(), found, NOON)
                .fold(accepted -> null, () -> null, reason -> reason);
    }
}
