package org.commonfold.contribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.contribution.domain.Reapportionment.State.ADOPTED;
import static org.commonfold.contribution.domain.Reapportionment.State.PROPOSED;
import static org.commonfold.contribution.domain.Reapportionment.State.REFUSED;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@DisplayName("Reapportioning a contribution")
class ReapportionmentTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ContributorId ADA = new ContributorId("ada");
    private static final ContributorId BOB = new ContributorId("bob");
    private static final ContributorId EVE = new ContributorId("eve");
    private static final List<Author> BOTH = List.of(new Author(ADA, 1), new Author(BOB, 1));
    private static final List<Author> WITH_EVE =
            List.of(new Author(ADA, 1), new Author(BOB, 1), new Author(EVE, 1));

    private final Contribution published = PublicationTest.work(BOTH);

    @Test
    void is_adopted_once_every_author_there_is_and_would_be_has_confirmed() {
        Reapportionment proposed = accepted(propose(published, WITH_EVE, ADA));
        assertThat(proposed.state()).isEqualTo(PROPOSED);
        assertThat(proposed.confirmedBy()).isEqualTo(Set.of(ADA));

        Reapportionment confirmed = accepted(proposed.confirm(published, BOB));
        assertThat(confirmed.state()).isEqualTo(PROPOSED);

        Reapportionment adopted = accepted(confirmed.confirm(published, EVE));

        assertThat(adopted.state()).isEqualTo(ADOPTED);
        assertThat(adopted.adopted(published.commonsId(), NOON)
                        .applyTo(published)
                        .work()
                        .authors())
                .isEqualTo(WITH_EVE);
    }

    @Test
    void by_the_only_author_there_is_and_would_be_is_adopted_at_once() {
        Contribution alone = PublicationTest.work(List.of(new Author(ADA, 1)));

        assertThat(accepted(propose(alone, List.of(new Author(ADA, 2)), ADA)).state())
                .isEqualTo(ADOPTED);
        assertThat(accepted(propose(alone, BOTH, ADA)).state()).isEqualTo(PROPOSED);
    }

    @Test
    void is_settled_by_one_refusal() {
        Reapportionment refused =
                accepted(accepted(propose(published, WITH_EVE, ADA)).refuse(published, BOB));

        assertThat(refused.state()).isEqualTo(REFUSED);
        assertThat(refused.refuse(published, ADA)).isEqualTo(Decision.nothingNew());
        assertThat(refused.confirm(published, BOB))
                .isEqualTo(Decision.reject(Rejection.REAPPORTIONMENT_CLOSED));
    }

    @Test
    void is_for_the_authors_there_are_and_settled_by_those_there_would_be_too() {
        assertThat(propose(published, WITH_EVE, EVE))
                .isEqualTo(Decision.reject(Rejection.NOT_AN_AUTHOR));
        Reapportionment proposed = accepted(propose(published, WITH_EVE, ADA));
        assertThat(accepted(proposed.refuse(published, EVE)).state()).isEqualTo(REFUSED);
        ContributorId stranger = new ContributorId("sam");
        assertThat(proposed.confirm(published, stranger))
                .isEqualTo(Decision.reject(Rejection.NOT_AN_AUTHOR));
        assertThat(proposed.refuse(published, stranger))
                .isEqualTo(Decision.reject(Rejection.NOT_AN_AUTHOR));
    }

    @Test
    void has_another_version_with_every_vote() {
        Reapportionment proposed = accepted(propose(published, WITH_EVE, ADA));
        assertThat(proposed.version()).isEqualTo(1);
        assertThat(accepted(proposed.confirm(published, BOB)).version()).isEqualTo(2);
        assertThat(accepted(proposed.refuse(published, BOB)).version()).isEqualTo(2);
    }

    @Test
    void is_overtaken_when_the_authors_have_changed_or_the_work_was_withdrawn() {
        Reapportionment proposed = accepted(propose(published, WITH_EVE, ADA));

        assertThat(proposed.confirm(published.reapportioned(WITH_EVE), BOB))
                .isEqualTo(Decision.reject(Rejection.REAPPORTIONMENT_CLOSED));
        assertThat(proposed.refuse(published.withdrawn(NOON), BOB))
                .isEqualTo(Decision.reject(Rejection.REAPPORTIONMENT_CLOSED));
        assertThat(propose(published.withdrawn(NOON), WITH_EVE, ADA))
                .isEqualTo(Decision.reject(Rejection.WITHDRAWN));
    }

    @Test
    void that_is_confirmed_twice_records_nothing_new() {
        assertThat(accepted(propose(published, WITH_EVE, ADA)).confirm(published, ADA))
                .isEqualTo(Decision.nothingNew());
    }

    @Test
    void changes_something_and_names_nobody_twice() {
        assertThat(propose(published, List.of(BOTH.get(1), BOTH.get(0)), ADA))
                .isEqualTo(Decision.reject(Rejection.NOTHING_REAPPORTIONED));
        assertThat(propose(published, List.of(BOTH.get(0), new Author(ADA, 2)), ADA))
                .isEqualTo(Decision.reject(Rejection.AUTHOR_TWICE));
    }

    private static Decision<Reapportionment> propose(
            Contribution contribution, List<Author> authors, ContributorId who) {
        return Reapportionment.propose(UUID.randomUUID(), contribution, authors, who, NOON);
    }

    private static Reapportionment accepted(Decision<Reapportionment> decision) {
        return decision.fold(
                reached -> reached,
                () -> {
                    throw new AssertionError("nothing new");
                },
                reason -> {
                    throw new AssertionError(reason);
                });
    }
}
